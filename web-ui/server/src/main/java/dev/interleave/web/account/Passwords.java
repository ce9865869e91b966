package dev.interleave.web.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Hashes passwords with Argon2id, with the memory and the passes that OWASP asks for at least.
 *
 * <p>Threading: any thread may call anything; a few at a time are hashed, because each takes
 * {@value #MEMORY_KIB} KiB.
 */
final class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 2;

    private final Argon2Function argon2 =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID);
    private final SecureRandom random = new SecureRandom();
    private final Semaphore permits = new Semaphore(AT_ONCE, true);
    private final String nobodys = hash("nobody has this password");

    /** Why a password cannot be used; empty if it can. */
    static Optional<String> problem(String password) {
        if (password.length() < SHORTEST) {
            return Optional.of("A password has %d characters at least.".formatted(SHORTEST));
        }
        if (password.length() > LONGEST) {
            return Optional.of("A password has %d characters at most.".formatted(LONGEST));
        }
        return Optional.empty();
    }

    /** What is stored of a password, with a salt of its own. */
    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        permits.acquireUninterruptibly();
        try {
            return argon2.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
        } finally {
            permits.release();
        }
    }

    /**
     * Whether this is the password.
     *
     * @param stored null where there is none; to find that out takes as long
     */
    boolean matches(String password, String stored) {
        if (password.length() > LONGEST) {
            return false;
        }
        permits.acquireUninterruptibly();
        try {
            var hash = stored == null ? nobodys : stored;
            return Argon2Function.getInstanceFromHash(hash).check(password, hash) && stored != null;
        } finally {
            permits.release();
        }
    }
}
