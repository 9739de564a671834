package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The one file of an archive, in a stream. Folders and what operating systems add of their own are passed over; names
 * that lead out of the archive and a second file are refused.
 */
final class ZippedFile extends FilterInputStream {
    private static final int MOST_ENTRIES = 100;

    private final ZipInputStream zip;
    private final LongConsumer skipping;
    private int entries;
    private long skipped;
    private boolean ended;

    /** @param skipping takes, again and again, how many bytes have been unpacked to be passed over */
    ZippedFile(InputStream delivered, LongConsumer skipping) throws IOException {
        super(new ZipInputStream(delivered));
        this.zip = (ZipInputStream) in;
        this.skipping = skipping;
        if (nextFile() == null) {
            throw new Invalid("file.empty");
        }
    }

    private @Nullable String nextFile() throws IOException {
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new Invalid("file.archive-several", MOST_ENTRIES);
                }
                ArchiveGuard.checkName(entry.getName());
                if (!entry.isDirectory() && !ArchiveGuard.isByTheWay(entry.getName())) {
                    return entry.getName();
                }
                skip();
            }
            return null;
        } catch (IllegalArgumentException malformedName) {
            throw new Invalid("file.archive-path", "?");
        }
    }

    private void skip() throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            skipped += read;
            skipping.accept(skipped);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            int count = super.read(into, offset, length);
            if (count < 0) {
                ended = true;
                if (nextFile() != null) {
                    throw new Invalid("file.archive-several", 2);
                }
            }
            return count;
        } catch (EOFException cutOff) {
            ended = true;
            throw cutOff;
        }
    }
}
