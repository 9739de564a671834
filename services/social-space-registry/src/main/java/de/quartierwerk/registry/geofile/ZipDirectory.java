package de.quartierwerk.registry.geofile;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** The list of files at the end of a zip, which Java's reader takes into memory as a whole. */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_BYTES = 56;
    private static final int LONGEST_COMMENT = 65_535;
    /** A name, what programs add to it, and a comment. */
    private static final int BYTES_OF_AN_ENTRY = 46 + 3 * 65_535;

    private ZipDirectory() {}

    /** Refuses a zip whose list is larger than that many files could make it, whichever of its ends is read. */
    static void checkSize(Path zip, int mostEntries) throws BrokenFile, IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_BYTES + LONGEST_COMMENT + LOCATOR_BYTES);
            long begin = file.length() - length;
            ByteBuffer tail = bytes(file, begin, length);
            for (int at = 0; at + END_BYTES <= length; at++) {
                if (tail.getInt(at) == END) {
                    check(tail.getShort(at + 10) & 0xFFFF, tail.getInt(at + 12) & 0xFFFFFFFFL, mostEntries);
                } else if (tail.getInt(at) == LOCATOR) {
                    checkLarge(file, tail.getLong(at + 8), mostEntries);
                }
            }
        }
    }

    private static void checkLarge(RandomAccessFile file, long end, int mostEntries) throws BrokenFile, IOException {
        if (end >= 0 && end <= file.length() - LARGE_END_BYTES) {
            ByteBuffer large = bytes(file, end, LARGE_END_BYTES);
            if (large.getInt(0) == LARGE_END) {
                check(large.getLong(32), large.getLong(40), mostEntries);
            }
        }
    }

    /** A list of 0xFFFFFFFF bytes stands for one that the larger end tells. */
    private static void check(long entries, long bytes, int mostEntries) throws BrokenFile {
        if (bytes != 0xFFFFFFFFL && Long.compareUnsigned(bytes, (long) mostEntries * BYTES_OF_AN_ENTRY) > 0) {
            throw new BrokenFile("import.zip-entries", Long.toUnsignedString(entries), mostEntries);
        }
    }

    private static ByteBuffer bytes(RandomAccessFile file, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
