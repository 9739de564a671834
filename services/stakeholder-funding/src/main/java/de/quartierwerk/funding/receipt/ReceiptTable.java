package de.quartierwerk.funding.receipt;

import de.quartierwerk.funding.attachment.FileType;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The rows of a CSV file or of the first sheet of a spreadsheet, as texts with their line numbers. */
final class ReceiptTable {

    private static final int MOST_ROWS = 10_000;

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
        List<Line> lines = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getLastCellNum(); i++) {
                    cells.add(Optional.ofNullable(row.getCell(i))
                            .map(ReceiptTable::text)
                            .orElse(""));
                }
                add(lines, new Line(row.getRowNum() + 1, cells));
            }
        } catch (IOException | RuntimeException broken) {
            throw unreadable();
        }
        return lines;
    }

    private static void add(List<Line> lines, Line line) {
        if (!line.isEmpty() && lines.size() <= MOST_ROWS) {
            lines.add(line);
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type != CellType.NUMERIC) {
            return type == CellType.STRING ? cell.getStringCellValue() : "";
        }
        return DateUtil.isCellDateFormatted(cell)
                ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                : BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString();
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
