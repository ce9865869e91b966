package dev.interleave.web.account;

import dev.interleave.web.learner.Learners;
import dev.interleave.web.page.Pages;
import dev.interleave.web.progress.Database;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Accounts, and who is signed in: all of a server with accounts that has nothing to do with
 * classes.
 *
 * <p>Threading: any thread may call anything.
 */
public final class SignInService {

    private final Accounts accounts;
    private final AuditLog audit;
    private final PasswordLinks links;
    private final SignIns signIns;
    private final Identities identities;
    private final Passwords passwords = new Passwords();
    private final SignInRules rules;

    public SignInService(Database database, Clock clock) {
        this.accounts = new Accounts(database, clock);
        this.audit = new AuditLog(database, clock);
        this.links = new PasswordLinks(database, clock);
        this.signIns = new SignIns(database, clock);
        this.identities = new Identities(database, accounts, audit, clock);
        this.rules = new SignInRules(accounts, passwords, clock);
    }

    /** Each who is signed in learns with the id of their account. */
    public static Learners learners() {
        return ctx -> SignedIn.account(ctx).id();
    }

    public Accounts accounts() {
        return accounts;
    }

    public AuditLog audit() {
        return audit;
    }

    public PasswordLinks links() {
        return links;
    }

    /** Who signs in by another system. */
    public Identities identities() {
        return identities;
    }

    /** Signs browsers in with this cookie. */
    public BrowserSignIn browsers(SessionCookie cookie) {
        return new BrowserSignIn(signIns, cookie);
    }

    /** Whether somebody who is signed in knows their password, too. */
    public boolean confirms(Account account, String password) {
        return passwords.matches(password, accounts.password(account.login()).orElse(null));
    }

    /** The path at which the first admin is made; empty if there is an admin. */
    public Optional<String> firstLink() {
        return accounts.hasAdmin() ? Optional.empty() : Optional.of(links.make((String) null));
    }

    /**
     * Adds the routes, and the check before every route.
     *
     * @param other service by which people can sign in too, or null
     * @param ended hears the id of who is not signed in anywhere any more
     */
    public void register(
            RoutesConfig routes,
            SessionCookie cookie,
            ClientAddress addresses,
            Memberships memberships,
            OtherSignIn other,
            Consumer<String> ended,
            Pages pages) {
        routes.beforeMatched(new Access(signIns, cookie, memberships)::check);
        var name = other == null ? null : other.name();
        new SignInRoutes(
                        accounts,
                        passwords,
                        rules,
                        signIns,
                        links,
                        cookie,
                        browsers(cookie),
                        addresses,
                        name,
                        pages)
                .register(routes);
        new AccountRoutes(
                        accounts,
                        passwords,
                        signIns,
                        links,
                        audit,
                        identities,
                        other,
                        cookie,
                        ended,
                        pages)
                .register(routes);
    }
}
