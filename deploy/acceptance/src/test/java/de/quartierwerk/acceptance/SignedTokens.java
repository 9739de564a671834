package de.quartierwerk.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that the realm did not give. */
final class SignedTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private SignedTokens() {}

    /** A pair of keys; the same seed gives the same keys. */
    static KeyPair keys(String seed) throws GeneralSecurityException {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed(seed.getBytes(StandardCharsets.UTF_8));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048, random);
        return generator.generateKeyPair();
    }

    /** The usual header of a token, changed. */
    static Map<String, Object> header(String algorithm, String key, Map<String, Object> more) {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", algorithm, "typ", "JWT", "kid", key));
        header.putAll(more);
        return header;
    }

    /** Signed by RS256. */
    static String rs256(Map<String, Object> header, Map<String, Object> claims, KeyPair keys)
            throws GeneralSecurityException {
        String signed = signed(header, claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    /** Signed by HS256 with any secret. */
    static String hs256(Map<String, Object> header, Map<String, Object> claims, byte[] secret)
            throws GeneralSecurityException {
        String signed = signed(header, claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Not signed. */
    static String unsigned(Map<String, Object> header, Map<String, Object> claims) {
        return signed(header, claims) + ".";
    }

    private static String signed(Map<String, Object> header, Map<String, Object> claims) {
        return part(header) + "." + part(claims);
    }

    private static String part(Map<String, Object> values) {
        return BASE64.encodeToString(JSON.valueToTree(values).toString().getBytes(StandardCharsets.UTF_8));
    }
}
