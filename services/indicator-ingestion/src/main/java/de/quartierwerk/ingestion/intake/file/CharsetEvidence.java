package de.quartierwerk.ingestion.intake.file;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import de.quartierwerk.kit.problem.Invalid;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects from all bytes of a text what tells its charset. Valid UTF-8 is UTF-8. Else ICU looks at a sample of the
 * bytes outside ASCII, among the charsets that German offices use; Windows-1252 and ISO-8859-15 are told apart by the
 * bytes that only one of them uses for printable signs.
 */
final class CharsetEvidence {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    static final Charset ISO_8859_15 = Charset.forName("ISO-8859-15");
    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");

    private static final int SAMPLE_BYTES = 32 * 1024;
    /** Bytes kept around each byte outside ASCII, so that the sample holds words. */
    private static final int AROUND = 40;

    /**
     * Control characters that texts hold: blanks, line and page ends, and what old programs put at the end of a file.
     */
    private static final BitSet BLANKS =
            BitSet.valueOf(new long[] {1 << '\t' | 1 << '\n' | 1 << 0x0b | 1 << '\f' | 1 << '\r' | 1 << 0x1a});

    private static final int EURO_OF_ISO_8859_15 = 0xa4;
    private static final int SURE = 60;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer discarded = CharBuffer.allocate(16 * 1024);
    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private byte[] unfinished = new byte[0];
    private final byte[] first = new byte[64];
    private int firstCount;
    private boolean validUtf8 = true;
    private boolean highControls;
    private boolean euroByte;
    private boolean outsideAscii;
    private long controls;
    private long nulls;

    void take(byte[] bytes, int count) {
        int copied = Math.min(count, first.length - firstCount);
        System.arraycopy(bytes, 0, first, firstCount, Math.max(0, copied));
        firstCount += Math.max(0, copied);
        look(bytes, count);
        if (nulls > 0 && firstCount == first.length && utf16() == null) {
            throw new Invalid("file.binary");
        }
        decode(bytes, count);
    }

    private void look(byte[] bytes, int count) {
        int sampledUpTo = 0;
        for (int i = 0; i < count; i++) {
            int b = bytes[i] & 0xff;
            if (b >= 0x80) {
                outsideAscii = true;
                highControls |= b < 0xa0;
                euroByte |= b == EURO_OF_ISO_8859_15;
                if (i >= sampledUpTo && sample.size() < SAMPLE_BYTES) {
                    int from = Math.max(sampledUpTo, i - AROUND);
                    int to = Math.min(count, i + AROUND);
                    sample.write(bytes, from, to - from);
                    sampledUpTo = to;
                }
            } else if (b == 0) {
                nulls++;
            } else if (b < ' ' && !BLANKS.get(b)) {
                controls++;
            }
        }
    }

    private void decode(byte[] bytes, int count) {
        if (!validUtf8) {
            return;
        }
        ByteBuffer in = ByteBuffer.allocate(unfinished.length + count);
        in.put(unfinished).put(bytes, 0, count).flip();
        while (true) {
            discarded.clear();
            var result = utf8.decode(in, discarded, false);
            if (result.isError()) {
                validUtf8 = false;
                return;
            }
            if (result.isUnderflow()) {
                break;
            }
        }
        unfinished = new byte[in.remaining()];
        in.get(unfinished);
    }

    /**
     * The charset.
     *
     * @param stated by the mapping, if it is
     * @throws Invalid where the bytes are no text, or not in the stated charset
     */
    Charset charset(@Nullable Charset stated) {
        Charset wide = utf16();
        if (wide == null && (nulls > 0 || controls > 0)) {
            throw new Invalid("file.binary");
        }
        boolean utf8Whole = validUtf8 && unfinished.length == 0;
        if (stated != null) {
            if (contradicts(stated, wide, utf8Whole)) {
                throw new Invalid("file.charset", stated.name());
            }
            return stated.equals(StandardCharsets.UTF_16) && wide != null ? wide : stated;
        }
        if (wide != null) {
            return wide;
        }
        return utf8Whole ? StandardCharsets.UTF_8 : singleByte();
    }

    /** Bytes outside ASCII that are valid UTF-8 are that, and no text of a charset with a byte for each sign. */
    private boolean contradicts(Charset stated, @Nullable Charset wide, boolean utf8Whole) {
        if (stated.equals(StandardCharsets.UTF_8)) {
            return !utf8Whole;
        }
        if (stated.equals(StandardCharsets.US_ASCII)) {
            return outsideAscii || wide != null;
        }
        return !isWide(stated) && (wide != null || (outsideAscii && utf8Whole));
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16");
    }

    private @Nullable Charset utf16() {
        if (firstCount < 2) {
            return null;
        }
        if (first[0] == (byte) 0xff && first[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (first[0] == (byte) 0xfe && first[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < firstCount; i++) {
            if (first[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int most = firstCount / 2;
        if (odd > most * 3 / 4 && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return even > most * 3 / 4 && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private Charset singleByte() {
        if (!outsideAscii) {
            return StandardCharsets.UTF_8;
        }
        if (!highControls && euroByte) {
            return ISO_8859_15;
        }
        CharsetDetector detector = new CharsetDetector();
        detector.setText(sample.toByteArray());
        for (CharsetMatch match : detector.detectAll()) {
            String name = match.getName();
            if (name.equals("ISO-8859-1") || name.equals("windows-1252")) {
                return WINDOWS_1252;
            }
            if ((name.equals("ISO-8859-2") || name.equals("windows-1250")) && match.getConfidence() > SURE) {
                return WINDOWS_1250;
            }
        }
        return WINDOWS_1252;
    }
}
