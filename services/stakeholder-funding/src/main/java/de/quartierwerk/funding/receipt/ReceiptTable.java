package de.quartierwerk.funding.receipt;

import de.quartierwerk.funding.attachment.FileType;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.LimitedStream;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The rows of a CSV file or of the first sheet of a spreadsheet, as texts with their line numbers. */
final class ReceiptTable {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 50;
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private ReceiptTable() {}

    /**
     * A row.
     *
     * @param line number of its line or row, from 1 on
     * @param cells its cells
     */
    record Line(int line, List<String> cells) {

        Line {
            cells = List.copyOf(cells);
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The rows that hold anything; refuses with 422 what cannot be read. */
    static List<Line> read(FileType type, byte[] content) {
        List<Line> lines = switch (type) {
            case CSV -> ofText(content);
            case XLSX -> ofSheet(content);
            case PDF, DOCX, ODT, ODS, PNG, JPEG -> throw unreadable();
        };
        if (lines.size() > MOST_ROWS) {
            throw new Invalid(
                    "receipts.too-many",
                    List.of(InputError.at("file", "receipts.too-many", null, MOST_ROWS)),
                    MOST_ROWS);
        }
        return lines;
    }

    private static List<Line> ofText(byte[] content) {
        String text = text(content);
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char separator = first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord each : reader) {
                add(lines, new Line((int) each.getStartingLineNumber(), each.getFields()));
            }
        } catch (IOException | CsvParseException broken) {
            throw unreadable();
        }
        return lines;
    }

    private static List<Line> ofSheet(byte[] content) {
        boolean styled = requireSmall(content);
        List<Line> lines = new ArrayList<>();
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(styled, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
                    Cell cell = row.getCell(i);
                    cells.add(cell == null ? "" : text(cell, workbook.isDate1904()));
                }
                add(lines, new Line(row.getRowNum(), cells));
            });
        } catch (IOException | RuntimeException broken) {
            throw unreadable();
        }
        return lines;
    }

    /** Refuses a spreadsheet that unpacks to more than lists of receipts have; answers whether it has styles. */
    private static boolean requireSmall(byte[] content) {
        boolean styled = false;
        long left = MOST_BYTES;
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                styled |= entry.getName().equals("xl/styles.xml");
                left -= new LimitedStream(archive, left, () -> {
                            throw new IOException("too large");
                        })
                        .transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException tooLargeOrBroken) {
            throw unreadable();
        }
        return styled;
    }

    private static void add(List<Line> lines, Line line) {
        if (!line.isEmpty() && lines.size() <= MOST_ROWS) {
            lines.add(line);
        }
    }

    private static String text(Cell cell, boolean from1904) {
        Object value = cell.getValue();
        if (!(value instanceof BigDecimal number)) {
            return value instanceof String text ? text : "";
        }
        Integer format = cell.getDataFormatId();
        boolean day = format != null && DateUtil.isADateFormat(format, cell.getDataFormatString());
        return day && DateUtil.isValidExcelDate(number.doubleValue())
                ? DateUtil.getLocalDateTime(number.doubleValue(), from1904)
                        .toLocalDate()
                        .toString()
                : number.stripTrailingZeros().toPlainString();
    }

    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException otherLetters) {
            text = new String(content, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static Invalid unreadable() {
        return new Invalid("receipts.unreadable", List.of(InputError.at("file", "receipts.unreadable", null)));
    }
}
