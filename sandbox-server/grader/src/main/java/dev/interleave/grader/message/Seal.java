package dev.interleave.grader.message;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals records with a key that only the judge and our code in the jail know.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Seal {

    /** Length of a key in bytes. */
    public static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    public Seal(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    public synchronized byte[] of(int sequence, byte[] body) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(sequence).array());
        return mac.doFinal(body);
    }

    public boolean fits(FromGrader.Sealed record) {
        return MessageDigest.isEqual(of(record.sequence(), record.body()), record.seal());
    }
}
