package dev.interleave.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Texts that nobody can guess, and the hashes under which they are stored: who reads the database
 * cannot use them.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Tokens {

    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 10;

    private final SecureRandom random = new SecureRandom();

    /** A secret of 256 bits, in letters that an address may have. */
    public String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** An id that no other has; it is no secret. */
    public String id() {
        return HexFormat.of().formatHex(bytes(ID_BYTES));
    }

    /** What is stored of a secret. */
    public static String hash(String secret) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
