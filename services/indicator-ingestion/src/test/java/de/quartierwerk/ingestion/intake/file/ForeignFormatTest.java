package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.problem.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ForeignFormatTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><body><table><tr><td>5</td></tr></table></html> | format.html",
                "<!DOCTYPE html> <html lang='de'>                     | format.html",
                "<table><tr><td>5</td></tr></table>                    | format.html",
                "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook/> | format.xml-spreadsheet",
                "<adx xmlns='urn:ihe:qrph:adx:2015'/>                  | format.adx",
                "<?xml version='1.0'?><message:GenericData xmlns:message='http://www.sdmx.org/x'/> | format.sdmx-ml",
                "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>"
                        + " | format.flat-open-document",
                "<daten><wert>5</wert></daten>                         | format.xml",
                "MIME-Version: 1.0 Content-Type: multipart/related    | format.mhtml",
                "%PDF-1.7 …                                            | format.pdf",
                "{\\rtf1\\ansi Tabelle}                                | format.rich-text",
            })
    void textsThatAreNoTablesAreNamed(String file, String format) throws IOException {
        refuses(file.getBytes(StandardCharsets.UTF_8), format);
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.bin,format.binary-spreadsheet",
        "word/document.xml,format.word",
        "ppt/presentation.xml,format.slides",
        "Index/Document.iwa,format.numbers"
    })
    void officeArchivesAreNamed(String part, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(part));
            zip.write(new byte[] {1, 2, 3});
        }
        refuses(out.toByteArray(), format);
    }

    @Test
    void tablesThatBeginLikeOtherFormatsAreRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "PAR1;GIF;BZh\n1;2;3\n");

        assertThat(FileScan.of(file, null, 1 << 20).kind()).isEqualTo(FileKind.CSV);
    }

    @ParameterizedTest
    @EnumSource
    void eachSaysWhatToDo(ForeignFormat format) {
        Invalid refusal = format.refusal();

        for (Locale language : Messages.LANGUAGES) {
            assertThat(new Messages()
                            .text(language, refusal.code(), refusal.arguments().toArray()))
                    .doesNotContain("format.", "{");
        }
    }

    private void refuses(byte[] file, String format) throws IOException {
        Path path = Files.write(folder.resolve("bad"), file);
        assertThatThrownBy(() -> FileScan.of(path, null, 1 << 20))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.arguments().get(0)).isEqualTo(MessageText.of(format)));
    }
}
