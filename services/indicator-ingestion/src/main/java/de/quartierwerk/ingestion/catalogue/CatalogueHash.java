package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The hash that catalogues are compared by: SHA-256 of {@code {"indicators":…,"themes":…}} as JSON in UTF-8 without
 * blanks, with the names of every object sorted and nothing that was left out.
 */
@ApplicationScoped
class CatalogueHash {
    private final ObjectMapper json;

    CatalogueHash(ObjectMapper json) {
        this.json = json;
    }

    String of(Map<String, Theme> themes, Map<String, ?> indicators) {
        try {
            Object tree = json.readValue(
                    json.writeValueAsBytes(Map.of("indicators", indicators, "themes", themes)), Object.class);
            String canonical = json.writer()
                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsString(tree);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
