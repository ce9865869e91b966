package dev.interleave.web.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.web.account.Account;
import dev.interleave.web.account.Accounts;
import dev.interleave.web.account.Forms;
import dev.interleave.web.account.Role;
import dev.interleave.web.account.SignedIn;
import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where learners take along what the server has of them, and admins delete it.
 *
 * <p>Threading: any thread may call anything.
 */
public final class PrivacyRoutes {

    private final Accounts accounts;
    private final LearnerData data;
    private final Consumer<String> ended;
    private final Pages pages;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * @param ended hears the id of who has no account any more
     */
    public PrivacyRoutes(Accounts accounts, LearnerData data, Consumer<String> ended, Pages pages) {
        this.accounts = accounts;
        this.data = data;
        this.ended = ended;
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get("/account/data.json", this::sendOwn);
        routes.get("/accounts/{account}/data", ctx -> show(ctx, null));
        routes.get("/accounts/{account}/data.json", ctx -> send(ctx, data.of(account(ctx).id())));
        routes.post("/accounts/{account}/delete", this::delete);
    }

    private void sendOwn(Context ctx) throws JsonProcessingException {
        send(ctx, data.forThemselves(SignedIn.account(ctx).id()));
    }

    private void send(Context ctx, Map<String, List<Map<String, Object>>> rows)
            throws JsonProcessingException {
        ctx.contentType("application/json; charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"interleave.json\"");
        ctx.result(json.writeValueAsString(rows));
    }

    private void delete(Context ctx) {
        var account = account(ctx);
        var problem = problem(account, Forms.field(ctx, "login"));
        if (problem != null) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, problem);
            return;
        }
        ended.accept(account.id());
        data.delete(SignedIn.account(ctx), account);
        Forms.goTo(ctx, "/accounts");
    }

    private static String problem(Account account, String typed) {
        if (account.role() == Role.ADMIN) {
            return "This is an admin. Give the account another role first. Nothing was deleted.";
        }
        return Accounts.login(typed).equals(account.login())
                ? null
                : "That is not the login of this account. Nothing was deleted.";
    }

    private void show(Context ctx, String problem) {
        var account = account(ctx);
        var rows = data.of(account.id());
        pages.show(ctx, site -> new DataPage(site, account, rows, problem));
    }

    private Account account(Context ctx) {
        return accounts.byId(ctx.pathParam("account"))
                .orElseThrow(() -> new NotFoundResponse("There is no such account."));
    }
}
