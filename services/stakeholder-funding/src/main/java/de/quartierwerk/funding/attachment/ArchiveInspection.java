package de.quartierwerk.funding.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Office files, which are archives: their type, and whether they hold macros, objects or are encrypted. */
final class ArchiveInspection {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private ArchiveInspection() {}

    static FileType inspect(byte[] content) {
        Map<String, byte[]> telling = new HashMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            long left = MOST_BYTES;
            int entries = 0;
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                requireNoProgram(name);
                byte[] bytes = archive.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                left -= bytes.length;
                if (left < 0 || ++entries > MOST_ENTRIES) {
                    throw RefusedFile.EXPANDING.refusal();
                }
                FileInspection.requireHarmless(bytes);
                if (isTelling(name)) {
                    telling.put(name, bytes);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw RefusedFile.BROKEN.refusal();
        }
        return telling.containsKey("mimetype") ? openDocument(telling) : microsoft(telling);
    }

    private static boolean isTelling(String name) {
        return name.equals("mimetype")
                || name.equals("[content_types].xml")
                || name.equals("meta-inf/manifest.xml")
                || name.equals("word/document.xml")
                || name.equals("xl/workbook.xml");
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

    private static FileType microsoft(Map<String, byte[]> parts) {
        String types = text(parts, "[content_types].xml").toLowerCase(Locale.ROOT);
        if (types.contains("macroenabled") || types.contains("vbaproject")) {
            throw RefusedFile.MACROS.refusal();
        }
        if (types.contains("wordprocessingml.document.main") && parts.containsKey("word/document.xml")) {
            return FileType.DOCX;
        }
        if (types.contains("spreadsheetml.sheet.main") && parts.containsKey("xl/workbook.xml")) {
            return FileType.XLSX;
        }
        throw RefusedFile.TYPE.refusal();
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
