package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.reporting.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A report as an archive of CSV files, one for each of its tables, with a README. */
final class ReportArchive {
    private ReportArchive() {}

    /** The bytes of the archive. */
    static byte[] of(MonitoringDocument document, Words w, boolean draft) {
        ReportTables tables = new ReportTables(document, w);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringBuilder readMe = new StringBuilder();
            tables.readMe(draft)
                    .forEach(line -> readMe.append(line.get(0))
                            .append(": ")
                            .append(line.get(1))
                            .append("\r\n"));
            entry(zip, document, "README.txt");
            zip.write(readMe.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            List<ReportTables.Table> all = tables.all();
            for (int i = 0; i < all.size(); i++) {
                ReportTables.Table table = all.get(i);
                entry(zip, document, "%02d-%s.csv".formatted(i + 1, fileName(table.name())));
                CsvAnswer.of(table.header(), table.rows()).write(new Unclosed(zip));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The day in an archive is that of the document, so that the same document gives the same bytes. */
    private static void entry(ZipOutputStream zip, MonitoringDocument document, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(document.header().assembledAt().toEpochMilli());
        zip.putNextEntry(entry);
    }

    private static String fileName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String clean = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-");
        return clean.substring(0, Math.min(60, clean.length())).replaceAll("^-|-$", "");
    }

    /** A writer of a file closes its stream; the archive goes on. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
