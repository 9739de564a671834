package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Looks once at all bytes of a delivered file, in a stream: is it text, is it whole, in which charset. What cannot be
 * read is refused here, before anything is stored.
 */
public final class FileScan {
    /** Bytes of text that the detection of delimiter, decimal sign and header looks at. */
    public static final int HEAD_BYTES = 256 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final long mostBytes;
    private final CharsetEvidence evidence = new CharsetEvidence();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long textBytes;

    private FileScan(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Looks at a file.
     *
     * @param file as delivered, maybe compressed
     * @param stated charset that the mapping states; null to detect it
     * @param mostBytes most bytes that the uncompressed content may have
     * @throws Invalid where it is empty, binary, broken, too large, or not in the stated charset
     */
    public static FileFacts of(Path file, @Nullable Charset stated, long mostBytes) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new Invalid("file.empty");
        }
        return new FileScan(mostBytes).scan(file, size, stated);
    }

    private FileFacts scan(Path file, long size, @Nullable Charset stated) throws IOException {
        MessageDigest digest = sha256();
        Packing packing = packing(file);
        byte[] start;
        try (InputStream raw = new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES), digest);
                InputStream content = packing.open(raw, skipped -> ArchiveGuard.checkSize(skipped, size, mostBytes))) {
            start = content.readNBytes(ForeignFormat.mostBytes());
            boolean archive = isZip(start) || ForeignFormat.isCompound(start);
            refuse(ForeignFormat.ofBytes(start));
            take(start, start.length, archive, size);
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                take(buffer, read, archive, size);
            }
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException | ZipException broken) {
            throw new Invalid("file.compression-broken");
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        if (ForeignFormat.isCompound(start)) {
            return compound(file, packing, size, hash);
        }
        if (isZip(start)) {
            return spreadsheet(file, packing, size, hash);
        }
        return text(packing, size, hash, stated);
    }

    private void take(byte[] bytes, int count, boolean archive, long packed) {
        textBytes += count;
        ArchiveGuard.checkSize(textBytes, packed, mostBytes);
        if (!archive) {
            evidence.take(bytes, count);
            head.write(bytes, 0, Math.min(count, HEAD_BYTES - head.size()));
        }
    }

    private FileFacts text(Packing packing, long size, String hash, @Nullable Charset stated) {
        if (textBytes == 0) {
            throw new Invalid("file.empty");
        }
        Charset charset = evidence.charset(stated);
        String text = withoutByteOrderMark(head.toString(charset));
        if (text.isBlank()) {
            throw new Invalid("file.empty");
        }
        refuse(ForeignFormat.ofText(text));
        char first = text.stripLeading().charAt(0);
        FileKind kind = first == '[' || first == '{' ? json(text) : table(text);
        return new FileFacts(kind, packing, size, hash, charset, text, textBytes <= HEAD_BYTES);
    }

    private static FileKind table(String head) {
        return SdmxTable.begins(head) ? FileKind.SDMX_CSV : FileKind.CSV;
    }

    private static FileKind json(String head) {
        refuse(ForeignFormat.ofJson(head));
        return JsonStatTable.begins(head) ? FileKind.JSON_STAT : FileKind.JSON;
    }

    private FileFacts spreadsheet(Path file, Packing packing, long size, String hash) throws IOException {
        FileKind kind = FileKind.XLSX;
        try (UnpackedFile unpacked = UnpackedFile.of(file, packing)) {
            if (ArchiveGuard.isOpenDocument(unpacked.path())) {
                kind = FileKind.ODS;
                OdsBook.requireUnlocked(unpacked.path());
            } else if (!ArchiveGuard.isWorkbook(unpacked.path())) {
                refuse(ForeignFormat.ofArchive(ArchiveGuard.names(unpacked.path())));
                throw new Invalid("file.archive");
            }
            ArchiveGuard.checkWorkbook(unpacked.path(), size, mostBytes);
            if (kind == FileKind.ODS) {
                OdsBook.open(unpacked.path()).close();
            }
        }
        return new FileFacts(kind, packing, size, hash, StandardCharsets.UTF_8, "", false);
    }

    private FileFacts compound(Path file, Packing packing, long size, String hash) throws IOException {
        try (UnpackedFile unpacked = UnpackedFile.of(file, packing)) {
            XlsBook.open(unpacked.path()).close();
        }
        return new FileFacts(FileKind.XLS, packing, size, hash, StandardCharsets.UTF_8, "", false);
    }

    private static void refuse(Optional<ForeignFormat> found) {
        if (found.isPresent()) {
            throw found.get().refusal();
        }
    }

    private static Packing packing(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (start.length >= 2 && (start[0] & 0xff) == GZIP_FIRST && (start[1] & 0xff) == GZIP_SECOND) {
            return Packing.GZIP;
        }
        if (!isZip(start) || ArchiveGuard.isWorkbook(file) || ArchiveGuard.isOpenDocument(file)) {
            return Packing.NONE;
        }
        refuse(ForeignFormat.ofArchive(ArchiveGuard.names(file)));
        return Packing.ZIP;
    }

    private static boolean isZip(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
