package de.quartierwerk.funding.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds what a file is by its content, and refuses with 422 what may not be attached. */
final class FileInspection {

    /** What virus scanners are tested with; written in two parts so that none of them finds it here. */
    private static final byte[] TEST_VIRUS = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD"
                    + "-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final int LONGEST_HEAD = 65_536;

    private FileInspection() {}

    /** The type of the file. */
    static FileType inspect(byte[] content) {
        if (content.length == 0) {
            throw RefusedFile.EMPTY.refusal();
        }
        requireHarmless(content);
        if (startsWith(content, PDF)) {
            PdfProcess.inspect(content);
            return FileType.PDF;
        }
        if (startsWith(content, ZIP)) {
            return ArchiveInspection.inspect(content);
        }
        if (startsWith(content, OLE)) {
            throw RefusedFile.OBJECTS.refusal();
        }
        if (startsWith(content, PNG)) {
            return FileType.PNG;
        }
        if (startsWith(content, JPEG)) {
            return FileType.JPEG;
        }
        if (isTable(content)) {
            return FileType.CSV;
        }
        throw RefusedFile.TYPE.refusal();
    }

    /** Refuses the test virus wherever it stands. */
    static void requireHarmless(byte[] content) {
        for (int i = 0; i + TEST_VIRUS.length <= content.length; i++) {
            if (content[i] == TEST_VIRUS[0]
                    && Arrays.equals(content, i, i + TEST_VIRUS.length, TEST_VIRUS, 0, TEST_VIRUS.length)) {
                throw RefusedFile.VIRUS.refusal();
            }
        }
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /** Text in UTF-8 or Latin letters whose first line has cells. */
    private static boolean isTable(byte[] content) {
        int from = startsWith(content, MARK) ? MARK.length : 0;
        for (int i = from; i < content.length; i++) {
            byte each = content[i];
            if ((each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') || each == 0x7F) {
                return false;
            }
        }
        String head =
                new String(content, from, Math.min(content.length - from, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        String first = head.lines().findFirst().orElse("");
        return !first.stripLeading().startsWith("<")
                && first.chars().anyMatch(each -> each == ';' || each == ',' || each == '\t');
    }
}
