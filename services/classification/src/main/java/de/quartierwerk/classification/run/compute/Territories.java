package de.quartierwerk.classification.run.compute;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.classification.space.TerritorySnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps territories as runs found them; runs on the same spaces share one row. The one kept or read last stays in
 * memory while that allows: a run is mostly computed right after its start, and read right after that.
 */
@ApplicationScoped
public class Territories {
    private final TerritoryRepository repository;
    private final ObjectMapper json;
    private volatile @Nullable Latest latest;

    private record Latest(String hash, SoftReference<TerritorySnapshot> snapshot) {}

    /** Packed fast rather than small: a run waits for it. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

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
            try (GZIPOutputStream gzip = new FastGzip(packed)) {
                gzip.write(text);
            }
            repository.keep(hash, packed.toByteArray());
            latest = new Latest(hash, new SoftReference<>(snapshot));
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
        Latest known = latest;
        TerritorySnapshot kept = known == null || !known.hash().equals(hash)
                ? null
                : known.snapshot().get();
        if (kept != null) {
            return kept;
        }
        byte[] packed = repository.findByIdOptional(hash).orElseThrow().content;
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            TerritorySnapshot read = json.readValue(text, TerritorySnapshot.class);
            latest = new Latest(hash, new SoftReference<>(read));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
