package de.quartierwerk.funding.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class FileInspectionTest {

    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";

    @Test
    void findsTheTypeByTheContent() throws IOException {
        assertThat(FileInspection.inspect(pdf(document -> {}))).isEqualTo(FileType.PDF);
        assertThat(FileInspection.inspect(word())).isEqualTo(FileType.DOCX);
        assertThat(FileInspection.inspect(sheet())).isEqualTo(FileType.XLSX);
        assertThat(FileInspection.inspect(zip("mimetype", FileType.ODT.mediaType(), "content.xml", "<x/>")))
                .isEqualTo(FileType.ODT);
        assertThat(FileInspection.inspect(zip("mimetype", FileType.ODS.mediaType(), "content.xml", "<x/>")))
                .isEqualTo(FileType.ODS);
        assertThat(FileInspection.inspect(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .isEqualTo(FileType.JPEG);
        assertThat(FileInspection.inspect("Beleg;Betrag\nMiete;1,00\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileType.CSV);
        assertThat(FileInspection.inspect("Ågren;Größe\n1;2\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileType.CSV);
    }

    @Test
    void refusesProgramsWhateverTheirName() {
        refused("TYPE", new byte[] {'M', 'Z', 0, 1, 2});
        refused("TYPE", "<html><script>x</script>,</html>".getBytes(StandardCharsets.UTF_8));
        refused("TYPE", "Nur ein Satz.".getBytes(StandardCharsets.UTF_8));
        refused("EMPTY", new byte[0]);
        refused("OBJECTS", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
    }

    @Test
    void refusesTheTestVirusAlsoInArchives() throws IOException {
        refused("VIRUS", EICAR.getBytes(StandardCharsets.US_ASCII));
        refused("VIRUS", zip("[Content_Types].xml", "x", "word/document.xml", EICAR));
    }

    @Test
    void refusesMacrosObjectsAndEncryption() throws IOException {
        refused("MACROS", zip("[Content_Types].xml", "x", "word/vbaProject.bin", "x"));
        refused("MACROS", zip("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"));
        refused("OBJECTS", zip("[Content_Types].xml", "x", "word/embeddings/oleObject1.bin", "x"));
        refused("ENCRYPTED", zip("mimetype", FileType.ODT.mediaType(), "META-INF/manifest.xml", "<encryption-data/>"));
        refused("TYPE", zip("readme.txt", "x"));
        refused("ENCRYPTED", pdf(document -> {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        }));
    }

    @Test
    void refusesActivePdfFiles() throws IOException {
        refused(
                "ACTIVE",
                pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))));
        refused("ACTIVE", pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch())));
        refused("BROKEN", "%PDF-1.7 and nothing else".getBytes(StandardCharsets.US_ASCII));
    }

    /** A megabyte that unpacks to a gigabyte would end the service. */
    @Test
    void refusesWhatUnpacksBeyondAllMeasure() throws IOException {
        refused("EXPANDING", PdfBomb.of(300));
        refused("EXPANDING", zip("[Content_Types].xml", "x".repeat(2_000_000)));
        refused("EXPANDING", large("word/document.xml", 300));
    }

    private static void refused(String reason, byte[] content) {
        assertThatThrownBy(() -> FileInspection.inspect(content)).isInstanceOfSatisfying(Invalid.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("attachment.refused");
            assertThat(refusal.errors().get(0).arguments())
                    .isEqualTo(List.of(MessageText.of("attachment.refused." + reason)));
        });
    }

    private interface Writing {
        void write(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Writing writing) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            writing.write(document);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] word() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] sheet() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("Belege");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] large(String name, int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(out)) {
            archive.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < megabytes; i++) {
                archive.write(new byte[1 << 20]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                archive.putNextEntry(new ZipEntry(namesAndTexts[i]));
                archive.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
