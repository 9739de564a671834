package de.quartierwerk.classification.run.compute;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.classification.space.TerritorySnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Keeps territories as runs found them; runs on the same spaces share one row. */
@ApplicationScoped
public class Territories {
    private final TerritoryRepository repository;
    private final ObjectMapper json;

    Territories(TerritoryRepository repository, ObjectMapper json) {
        this.repository = repository;
        this.json = json;
    }

    /** Keeps a territory and answers its hash. */
    @Transactional
    public String keep(TerritorySnapshot snapshot) {
        try {
            byte[] text = json.writeValueAsBytes(snapshot);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(text);
            }
            repository.keep(hash, packed.toByteArray());
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The territory with a hash. */
    @Transactional
    TerritorySnapshot read(String hash) {
        byte[] packed = repository.findByIdOptional(hash).orElseThrow().content;
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return json.readValue(text, TerritorySnapshot.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
