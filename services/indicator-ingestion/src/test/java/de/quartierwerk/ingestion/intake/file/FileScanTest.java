package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.problem.Invalid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileScanTest {
    private static final String GERMAN =
            "Raum;Straße;Wert\n01;Jülicher Straße für Männer und Mädchen – größer als üblich;5\n".repeat(20);
    private static final long MOST = 1_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void detectsTheCharset(String name) throws IOException {
        Charset charset = Charset.forName(name);

        FileFacts facts = scan(GERMAN.getBytes(charset), null);

        assertThat(facts.charset()).isEqualTo(charset);
        assertThat(facts.head()).isEqualTo(GERMAN);
        assertThat(facts.kind()).isEqualTo(FileKind.CSV);
    }

    @Test
    void tellsIso8859Part15ByItsEuroSign() throws IOException {
        String text = "Raum;Betrag in €\nKöln;5\n";

        FileFacts facts = scan(text.getBytes(Charset.forName("ISO-8859-15")), null);

        assertThat(facts.charset().name()).isEqualTo("ISO-8859-15");
        assertThat(facts.head()).isEqualTo(text);
    }

    @Test
    void findsTheOneByteThatIsNoUtf8FarFromTheStart() throws IOException {
        String ascii = "01;5\n".repeat(100_000);

        FileFacts facts = scan((ascii + "Köln;5\n").getBytes(Charset.forName("windows-1252")), null);

        assertThat(facts.charset().name()).isEqualTo("windows-1252");
        assertThat(facts.wholeInHead()).isFalse();
    }

    @Test
    void dropsAByteOrderMark() throws IOException {
        assertThat(scan("\ufeffa;b\n1;2\n".getBytes(StandardCharsets.UTF_8), null)
                        .head())
                .startsWith("a;b");
    }

    @Test
    void looksIntoGzip() throws IOException {
        FileFacts facts = scan(gzip(GERMAN.getBytes(StandardCharsets.UTF_8)), null);

        assertThat(facts.packing()).isEqualTo(Packing.GZIP);
        assertThat(facts.head()).isEqualTo(GERMAN);
    }

    @Test
    void knowsJson() throws IOException {
        assertThat(scan(" [{\"space\":\"01\"}]".getBytes(StandardCharsets.UTF_8), null)
                        .kind())
                .isEqualTo(FileKind.JSON);
    }

    @Test
    void refusesAnEmptyFile() {
        refuses(new byte[0], null, "file.empty");
        refuses("  \n \n".getBytes(StandardCharsets.UTF_8), null, "file.empty");
    }

    @Test
    void refusesBinaryFiles() {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);

        refuses(noise, null, "file.binary");
        refuses("a;b\n1;\0002\n".getBytes(StandardCharsets.UTF_8), null, "file.binary");
    }

    @Test
    void refusesTruncatedGzip() throws IOException {
        byte[] whole = gzip(GERMAN.getBytes(StandardCharsets.UTF_8));

        refuses(Arrays.copyOf(whole, whole.length - 12), null, "file.compression-broken");
    }

    @Test
    void looksIntoZip() throws IOException {
        FileFacts facts = scan(zip("__MACOSX/._werte.csv", "x", "daten/werte.csv", GERMAN), null);

        assertThat(facts.packing()).isEqualTo(Packing.ZIP);
        assertThat(facts.head()).isEqualTo(GERMAN);
    }

    @Test
    void refusesArchivesWithSeveralFilesOrNone() throws IOException {
        refuses(zip("a.csv", GERMAN, "b.csv", GERMAN), null, "file.archive-several");
        refuses(zip(".DS_Store", "x"), null, "file.empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.csv", "/etc/passwd", "C:\\werte.csv", "a/../../b.csv", "..\\a.csv"})
    void refusesNamesThatLeadOutOfTheArchive(String name) throws IOException {
        refuses(zip(name, GERMAN), null, "file.archive-path");
    }

    @Test
    void refusesTruncatedZip() throws IOException {
        byte[] whole = zip("a.csv", GERMAN);

        refuses(Arrays.copyOf(whole, whole.length / 2), null, "file.compression-broken");
    }

    @Test
    void refusesWhatUnpacksToMoreThanAllowed() throws IOException {
        refuses(gzip("1;2\n".repeat((int) MOST).getBytes(StandardCharsets.UTF_8)), null, "file.too-large");
    }

    @Test
    void refusesAnotherCharsetThanTheStatedOne() {
        refuses(GERMAN.getBytes(Charset.forName("windows-1252")), StandardCharsets.UTF_8, "file.charset");
        refuses(GERMAN.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"), "file.charset");
        refuses(GERMAN.getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII, "file.charset");
    }

    private FileFacts scan(byte[] bytes, Charset stated) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        return FileScan.of(file, stated, MOST);
    }

    private void refuses(byte[] bytes, Charset stated, String code) {
        assertThatThrownBy(() -> scan(bytes, stated))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo(code));
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
