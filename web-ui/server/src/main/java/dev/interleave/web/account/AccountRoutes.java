package dev.interleave.web.account;

import dev.interleave.web.page.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.function.Consumer;

/**
 * What people do about their own account, and admins about those of all.
 *
 * <p>Threading: any thread may call anything.
 */
final class AccountRoutes {

    private static final int PER_PAGE = 50;
    private static final String LAST_ADMIN =
            "Nothing was changed: this is the last admin who can sign in.";

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignIns signIns;
    private final PasswordLinks links;
    private final AuditLog audit;
    private final Identities identities;
    private final OtherSignIn other;
    private final SessionCookie cookie;
    private final Consumer<String> ended;
    private final Pages pages;

    /**
     * @param other service by which people can sign in, or null
     * @param ended hears the id of who is not signed in anywhere any more
     */
    AccountRoutes(
            Accounts accounts,
            Passwords passwords,
            SignIns signIns,
            PasswordLinks links,
            AuditLog audit,
            Identities identities,
            OtherSignIn other,
            SessionCookie cookie,
            Consumer<String> ended,
            Pages pages) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIns = signIns;
        this.links = links;
        this.audit = audit;
        this.identities = identities;
        this.other = other;
        this.cookie = cookie;
        this.ended = ended;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.get("/account", ctx -> showOwn(ctx, null));
        routes.post("/account/password", this::changePassword);
        routes.post("/account/sign-out-everywhere", this::signOutEverywhere);
        routes.get("/accounts", ctx -> showAll(ctx, null, null));
        routes.post("/accounts", this::create);
        routes.post("/accounts/{account}/role", this::setRole);
        routes.post("/accounts/{account}/link", this::makeLink);
        routes.post("/accounts/{account}/blocked", this::setBlocked);
        routes.get("/audit", this::showAudit);
    }

    private void changePassword(Context ctx) {
        var account = SignedIn.account(ctx);
        var password = Forms.field(ctx, "password");
        var stored = accounts.password(account.login()).orElse(null);
        if (!passwords.matches(Forms.field(ctx, "old"), stored)) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showOwn(ctx, "Your present password is not right. Nothing was changed.");
            return;
        }
        var problem = Passwords.problem(password);
        if (problem.isPresent()) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showOwn(ctx, problem.get() + " Nothing was changed.");
            return;
        }
        accounts.setPassword(account.id(), passwords.hash(password));
        signIns.endAll(account.id());
        cookie.give(ctx, signIns.begin(account.id()));
        Forms.goTo(ctx, "/account");
    }

    private void signOutEverywhere(Context ctx) {
        end(SignedIn.account(ctx));
        cookie.take(ctx);
        Forms.goTo(ctx, "/sign-in");
    }

    private void end(Account account) {
        signIns.endAll(account.id());
        ended.accept(account.id());
    }

    private void create(Context ctx) {
        var login = Accounts.login(Forms.field(ctx, "login"));
        var name = Forms.field(ctx, "name");
        var role = role(ctx);
        var problem = Accounts.problem(login, name);
        if (problem.isPresent()) {
            refuse(ctx, problem.get());
            return;
        }
        var made = accounts.create(login, name, role);
        if (made.isEmpty()) {
            refuse(ctx, "Somebody has the login \"%s\" already.".formatted(login));
            return;
        }
        audit.note(SignedIn.account(ctx), "made the account %s, %s".formatted(login, role.code()));
        showAll(ctx, links.make(made.get().id()), "The account of %s was made.".formatted(name));
    }

    private void setRole(Context ctx) {
        var account = account(ctx);
        var role = role(ctx);
        if (!accounts.setRole(account.id(), role)) {
            refuse(ctx, LAST_ADMIN);
            return;
        }
        audit.note(
                SignedIn.account(ctx),
                "gave %s the role %s".formatted(account.login(), role.code()));
        Forms.goTo(ctx, "/accounts");
    }

    private void makeLink(Context ctx) {
        var account = account(ctx);
        audit.note(SignedIn.account(ctx), "made a link to set the password of " + account.login());
        showAll(ctx, links.make(account.id()), "A new link for %s.".formatted(account.name()));
    }

    private void setBlocked(Context ctx) {
        var account = account(ctx);
        var blocked = Forms.field(ctx, "blocked").equals("yes");
        if (!accounts.setBlocked(account.id(), blocked)) {
            refuse(ctx, LAST_ADMIN);
            return;
        }
        if (blocked) {
            end(account);
        }
        audit.note(SignedIn.account(ctx), (blocked ? "blocked " : "opened ") + account.login());
        Forms.goTo(ctx, "/accounts");
    }

    private void showOwn(Context ctx, String notice) {
        var account = SignedIn.account(ctx);
        var password = accounts.password(account.login()).isPresent();
        var linked = other != null && identities.subject(other.source(), account.id()).isPresent();
        var name = other == null ? null : other.name();
        pages.show(ctx, site -> new AccountPage(site, account, password, name, linked, notice));
    }

    private void refuse(Context ctx, String why) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        showAll(ctx, null, why);
    }

    private void showAll(Context ctx, String link, String notice) {
        var page = Forms.page(ctx);
        var found = accounts.page((page - 1) * PER_PAGE, PER_PAGE + 1);
        var shown = found.subList(0, Math.min(PER_PAGE, found.size()));
        pages.show(
                ctx,
                site -> new AccountsPage(site, shown, page, found.size() > PER_PAGE, link, notice));
    }

    private void showAudit(Context ctx) {
        var page = Forms.page(ctx);
        var found = audit.page((page - 1) * PER_PAGE, PER_PAGE + 1);
        var shown = found.subList(0, Math.min(PER_PAGE, found.size()));
        pages.show(ctx, site -> new AuditPage(site, shown, page, found.size() > PER_PAGE));
    }

    private Account account(Context ctx) {
        return accounts.byId(ctx.pathParam("account"))
                .orElseThrow(() -> new NotFoundResponse("There is no such account."));
    }

    private static Role role(Context ctx) {
        return Role.of(Forms.field(ctx, "role"))
                .orElseThrow(() -> new BadRequestResponse("There is no such role."));
    }
}
