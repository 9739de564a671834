package de.quartierwerk.registry.geofile;

import de.quartierwerk.kit.web.CountedStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files in a zip. Nothing is unpacked to the disk, and nothing is read beyond all measure. */
final class ZipContent implements Closeable {
    private static final int MOST_ENTRIES = 100;
    private static final long LARGEST = 4L << 30;
    private static final int LARGEST_RATIO = 200;
    /** What small files may come to, however well they are packed. */
    private static final long ALWAYS_ALLOWED = 1 << 20;

    private static final int LARGEST_TEXT = 65_536;
    private static final Charset COMMAND_LINE = Charset.forName("IBM850");

    private final ZipFile zip;
    private final long limit;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    /** How far each file was read at most. */
    private final Map<String, Long> unpacked = new HashMap<>();

    private long unpackedTogether;

    ZipContent(Path path) throws BrokenFile, IOException {
        limit = Math.max(ALWAYS_ALLOWED, Math.min(LARGEST, LARGEST_RATIO * Files.size(path)));
        ZipDirectory.checkSize(path, MOST_ENTRIES);
        zip = opened(path);
        try {
            if (zip.size() > MOST_ENTRIES) {
                throw new BrokenFile("import.zip-entries", zip.size(), MOST_ENTRIES);
            }
            for (ZipEntry entry : zip.stream().toList()) {
                add(entry);
            }
        } catch (BrokenFile e) {
            zip.close();
            throw e;
        }
    }

    /** Names that are not UTF-8 are written by Windows, in the charset that it has for its command line. */
    private static ZipFile opened(Path path) throws BrokenFile, IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException notUtf8OrBroken) {
            try {
                return new ZipFile(path.toFile(), COMMAND_LINE);
            } catch (ZipException e) {
                throw new BrokenFile("import.zip-broken");
            }
        }
    }

    private void add(ZipEntry entry) throws BrokenFile {
        String name = entry.getName().replace('\\', '/');
        if (name.startsWith("/") || List.of(name.split("/", -1)).contains("..")) {
            throw new BrokenFile("import.zip-path", name);
        }
        boolean ofMacOs = name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith("._");
        if (!entry.isDirectory() && !ofMacOs) {
            entries.put(name, entry);
        }
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    List<String> namesEndingWith(String ending) {
        return entries.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(ending))
                .toList();
    }

    /** The file beside another one that differs in its ending only, whatever the case of its letters. */
    @Nullable
    String sibling(String name, String ending) {
        String wanted = name.substring(0, name.lastIndexOf('.')) + ending;
        return entries.keySet().stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .orElse(null);
    }

    /** Opens a file; reading it fails where all that were opened unpack beyond all measure together. */
    InputStream open(String name) throws IOException {
        return new Counted(name, zip.getInputStream(Objects.requireNonNull(entries.get(name))));
    }

    String text(String name, Charset charset) throws IOException {
        try (InputStream in = open(name)) {
            return new String(in.readNBytes(LARGEST_TEXT), charset);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what was not unpacked before: some files are read more than once. */
    private final class Counted extends CountedStream {
        private final String name;
        private long read;

        Counted(String name, InputStream in) {
            super(in);
            this.name = name;
        }

        @Override
        protected void count(long more) throws ZipTooLarge {
            read += more;
            long before = unpacked.getOrDefault(name, 0L);
            if (read > before) {
                unpacked.put(name, read);
                unpackedTogether += read - before;
            }
            if (unpackedTogether > limit) {
                throw new ZipTooLarge();
            }
        }
    }

    /** A file in a zip unpacks beyond all measure. */
    static final class ZipTooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
