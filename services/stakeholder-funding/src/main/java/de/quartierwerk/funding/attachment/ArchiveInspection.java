package de.quartierwerk.funding.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Office files, which are archives: their type, and whether they hold macros, objects or are encrypted. */
final class ArchiveInspection {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final int LARGEST_TELLING = 1 << 20;
    private static final int PIECE = 1 << 16;
    /** Longer than what is looked for. */
    private static final int OVERLAP = 100;

    private ArchiveInspection() {}

    static FileType inspect(byte[] content) {
        Set<String> names = new HashSet<>();
        Map<String, byte[]> telling = new HashMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            long left = MOST_BYTES;
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                requireNoProgram(name);
                if (names.add(name) && names.size() > MOST_ENTRIES) {
                    throw RefusedFile.EXPANDING.refusal();
                }
                if (isTelling(name)) {
                    byte[] part = archive.readNBytes(LARGEST_TELLING + 1);
                    if (part.length > LARGEST_TELLING) {
                        throw RefusedFile.EXPANDING.refusal();
                    }
                    telling.put(name, part);
                    FileInspection.requireHarmless(part);
                    left -= part.length;
                } else {
                    left -= harmlessBytes(archive, left);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw RefusedFile.BROKEN.refusal();
        }
        return telling.containsKey("mimetype") ? openDocument(telling) : microsoft(telling, names);
    }

    /** Reads a part in pieces, each beginning with the end of the one before, and answers how many bytes it has. */
    private static long harmlessBytes(InputStream part, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        int kept = 0;
        long bytes = 0;
        for (int read = part.readNBytes(piece, kept, PIECE - kept);
                read > 0;
                read = part.readNBytes(piece, kept, PIECE - kept)) {
            bytes += read;
            if (bytes > most) {
                throw RefusedFile.EXPANDING.refusal();
            }
            int end = kept + read;
            FileInspection.requireHarmless(Arrays.copyOf(piece, end));
            kept = Math.min(end, OVERLAP);
            System.arraycopy(piece, end - kept, piece, 0, kept);
        }
        return bytes;
    }

    private static boolean isTelling(String name) {
        return name.equals("mimetype") || name.equals("[content_types].xml") || name.equals("meta-inf/manifest.xml");
    }

    private static void requireNoProgram(String name) {
        if (name.endsWith("vbaproject.bin") || name.startsWith("basic/") || name.startsWith("scripts/")) {
            throw RefusedFile.MACROS.refusal();
        }
        if (name.contains("/embeddings/") || name.contains("activex") || name.startsWith("object ")) {
            throw RefusedFile.OBJECTS.refusal();
        }
    }

    private static FileType openDocument(Map<String, byte[]> parts) {
        if (text(parts, "meta-inf/manifest.xml").contains("encryption-data")) {
            throw RefusedFile.ENCRYPTED.refusal();
        }
        String type = text(parts, "mimetype").strip();
        if (type.equals(FileType.ODT.mediaType())) {
            return FileType.ODT;
        }
        if (type.equals(FileType.ODS.mediaType())) {
            return FileType.ODS;
        }
        throw RefusedFile.TYPE.refusal();
    }

    private static FileType microsoft(Map<String, byte[]> parts, Set<String> names) {
        String types = text(parts, "[content_types].xml").toLowerCase(Locale.ROOT);
        if (types.contains("macroenabled") || types.contains("vbaproject")) {
            throw RefusedFile.MACROS.refusal();
        }
        if (types.contains("wordprocessingml.document.main") && names.contains("word/document.xml")) {
            return FileType.DOCX;
        }
        if (types.contains("spreadsheetml.sheet.main") && names.contains("xl/workbook.xml")) {
            return FileType.XLSX;
        }
        throw RefusedFile.TYPE.refusal();
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
