package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into an archive before anything else reads it. Sizes are counted, not believed; names may not lead out of it;
 * what is read into memory as a whole later on (texts, styles, the list of sheets) has a limit of its own.
 */
final class ArchiveGuard {
    static final String WORKBOOK = "xl/workbook.xml";
    /** More sheets than a delivery of statistics has. */
    static final int MOST_SHEETS = 200;

    private static final String SHARED_TEXTS = "xl/sharedStrings.xml";
    private static final long MOST_SHARED_TEXT_BYTES = 48L * 1024 * 1024;
    private static final long MOST_SMALL_PART_BYTES = 8L * 1024 * 1024;
    private static final int MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;
    /** Packed this much better than tables ever are. */
    private static final int BOMB_RATIO = 200;

    private static final long BOMB_BYTES = 64L * 1024 * 1024;
    private static final int END_RECORD_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LONGEST_COMMENT = 65_535;
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");
    /** Parts that nobody reads here. */
    private static final Pattern PASSED_OVER = Pattern.compile("xl/(media/.*|pivotCache/.*|calcChain\\.xml)");

    private static final Pattern OUTSIDE = Pattern.compile("(^|.*/)\\.\\.(/.*|$)|^/.*|^[A-Za-z]:.*");

    private ArchiveGuard() {}

    /** Refuses names that lead out of the archive. */
    static void checkName(String name) {
        String slashed = name.replace('\\', '/');
        if (OUTSIDE.matcher(slashed).matches() || name.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid("file.archive-path", name);
        }
    }

    /** Whether an entry was added by an operating system and is no delivered file. */
    static boolean isByTheWay(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || last.startsWith(".")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini");
    }

    /** Refuses what unpacks to more than allowed, or far better than tables do. */
    static void checkSize(long unpacked, long packed, long mostBytes) {
        if (unpacked > mostBytes) {
            throw new Invalid("file.too-large", mostBytes);
        }
        if (unpacked > BOMB_BYTES && unpacked / BOMB_RATIO > packed) {
            throw new Invalid("file.bomb", BOMB_RATIO);
        }
    }

    /** Whether an archive is a spreadsheet. */
    static boolean isWorkbook(Path file) throws IOException {
        try (ZipFile zip = open(file)) {
            return zip.getEntry(WORKBOOK) != null;
        }
    }

    /** Whether an archive is a document in the format OpenDocument. */
    static boolean isOpenDocument(Path file) throws IOException {
        try (ZipFile zip = open(file)) {
            return zip.getEntry(OdsBook.CONTENT) != null && zip.getEntry("mimetype") != null;
        }
    }

    /** Names of the files in an archive. */
    static Set<String> names(Path file) throws IOException {
        try (ZipFile zip = open(file)) {
            return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        }
    }

    /** Looks at every byte of a spreadsheet's parts. */
    static void checkWorkbook(Path file, long packed, long mostBytes) throws IOException {
        long unpacked = 0;
        int sheets = 0;
        try (ZipFile zip = open(file)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                checkName(entry.getName());
                boolean sheet = SHEET.matcher(entry.getName()).matches();
                sheets += sheet ? 1 : 0;
                if (sheets > MOST_SHEETS) {
                    throw new Invalid("file.sheets", MOST_SHEETS);
                }
                unpacked = checkPart(zip, entry, limit(entry.getName(), sheet, mostBytes), unpacked, packed, mostBytes);
            }
        } catch (ZipException broken) {
            throw new Invalid("file.compression-broken");
        }
    }

    private static long limit(String name, boolean sheet, long mostBytes) {
        if (name.equals(SHARED_TEXTS)) {
            return MOST_SHARED_TEXT_BYTES;
        }
        boolean kept =
                name.startsWith("xl/") && !sheet && !PASSED_OVER.matcher(name).matches();
        return kept ? MOST_SMALL_PART_BYTES : mostBytes;
    }

    private static long checkPart(ZipFile zip, ZipEntry entry, long limit, long before, long packed, long mostBytes)
            throws IOException {
        MarkupGuard markup =
                entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels") ? new MarkupGuard() : null;
        long bytes = 0;
        try (InputStream part = zip.getInputStream(entry)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                bytes += read;
                checkSize(before + bytes, packed, mostBytes);
                if (bytes > limit) {
                    throw new Invalid("file.part-too-large", entry.getName(), limit);
                }
                if (markup != null) {
                    markup.take(buffer, read);
                }
            }
        }
        return before + bytes;
    }

    /** Opens an archive whose directory fits into memory. */
    private static ZipFile open(Path file) throws IOException {
        if (directoryBytes(file) > MOST_DIRECTORY_BYTES) {
            throw new Invalid("file.archive");
        }
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException broken) {
            throw new Invalid("file.compression-broken");
        }
    }

    private static long directoryBytes(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), END_RECORD_BYTES + LONGEST_COMMENT);
            byte[] end = new byte[length];
            in.seek(in.length() - length);
            in.readFully(end);
            ByteBuffer bytes = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END_RECORD_BYTES; at >= 0; at--) {
                if (bytes.getInt(at) == END_SIGNATURE) {
                    return directoryBytes(bytes, at);
                }
            }
            throw new Invalid("file.compression-broken");
        }
    }

    /** The last record counts, and only if its comment ends with the file: another may be a deception. */
    private static long directoryBytes(ByteBuffer end, int at) {
        int comment = Short.toUnsignedInt(end.getShort(at + END_RECORD_BYTES - Short.BYTES));
        if (at + END_RECORD_BYTES + comment != end.capacity()) {
            throw new Invalid("file.compression-broken");
        }
        return Integer.toUnsignedLong(end.getInt(at + 12));
    }
}
