package dev.interleave.web.account;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who may sign in: who knows the password, and has not tried too many others.
 *
 * <p>Threading: any thread may call anything.
 */
final class SignInRules {

    /**
     * Few from one address, so that guessing takes years; more from all, so that nobody is easily
     * locked out.
     */
    private static final int FREE_FROM_ONE_ADDRESS = 5;

    private static final int FREE_FOR_ONE_LOGIN = 30;
    private static final int FREE_FOR_ONE_ADDRESS = 100;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Throttle throttle;

    SignInRules(Accounts accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = new Throttle(clock);
    }

    /** What became of a try. */
    sealed interface Answer {

        record Welcome(Account account) implements Answer {}

        /** The login or the password is wrong; which of them is not told. */
        record Wrong() implements Answer {}

        record Wait(long seconds) implements Answer {}
    }

    Answer check(String typedLogin, String password, String address) {
        var login = Accounts.login(typedLogin);
        var keys = keys(login, address);
        var wait = keys.keySet().stream().mapToLong(throttle::waitFor).max().orElse(0);
        if (wait > 0) {
            return new Answer.Wait((wait + 999) / 1000);
        }
        // Counted before the password is looked at, so that many tries at once are many.
        keys.forEach(throttle::failed);
        if (!passwords.matches(password, accounts.password(login).orElse(null))) {
            return new Answer.Wrong();
        }
        keys.keySet().forEach(throttle::succeeded);
        Optional<Account> account = accounts.byLogin(login);
        return account.<Answer>map(Answer.Welcome::new).orElseGet(Answer.Wrong::new);
    }

    private static Map<String, Integer> keys(String login, String address) {
        var keys = new LinkedHashMap<String, Integer>();
        keys.put("both " + address + " " + login, FREE_FROM_ONE_ADDRESS);
        keys.put("login " + login, FREE_FOR_ONE_LOGIN);
        keys.put("address " + address, FREE_FOR_ONE_ADDRESS);
        return keys;
    }
}
