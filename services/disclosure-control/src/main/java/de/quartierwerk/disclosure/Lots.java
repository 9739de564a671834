package de.quartierwerk.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The lots that decide between numbers of nearly equal loss (Losentscheid). A reader who knows all rules must not be
 * able to tell which of them was suppressed from what remains public, so the lots depend on a secret. They do not
 * depend on the numbers: the same release gives the same cells, and a correction usually keeps them.
 */
@FunctionalInterface
public interface Lots {
    /** The lot of a series' number for a space; any number, the least one wins. */
    long of(int series, int space);

    /**
     * Lots by HMAC-SHA-256 (RFC 2104).
     *
     * @param secret secret of the installation
     * @param series what each series is called, e.g. by indicator and period
     * @param spaces the spaces
     */
    static Lots keyed(byte[] secret, java.util.function.IntFunction<String> series, SpaceHierarchy spaces) {
        Mac mac;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
        return (number, space) -> {
            String name = series.apply(number) + '\n' + spaces.key(space);
            return ByteBuffer.wrap(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        };
    }
}
