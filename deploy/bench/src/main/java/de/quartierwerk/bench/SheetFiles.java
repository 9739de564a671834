package de.quartierwerk.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.DemonstrationRegion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The same rows as an old and as a new workbook: a space, a year and a count in each. */
final class SheetFiles {
    /** As many rows as an old workbook holds, its header included. */
    static final int ROWS = 65_536;

    private static final List<String> HEADER = List.of("Raum", "Jahr", "Einwohner");

    private final List<String> spaces;

    SheetFiles(List<String> spaces) {
        this.spaces = spaces;
    }

    static ObjectNode mapping(ObjectMapper json) {
        ObjectNode mapping = json.createObjectNode()
                .put("layout", "wide")
                .put("level", DemonstrationRegion.LEVEL)
                .put("spaceColumn", HEADER.get(0))
                .put("periodColumn", HEADER.get(1));
        mapping.putObject("columns").putObject(HEADER.get(2)).put("indicator", "population");
        return mapping;
    }

    private String space(int row) {
        return spaces.get((row - 1) % spaces.size());
    }

    private int year(int row) {
        return BenchRegion.LAST_YEAR - (row - 1) / spaces.size();
    }

    private static int count(int row) {
        return 1_000 + row * 31 % 5_000;
    }

    Path xls(Path folder) throws IOException {
        Path file = folder.resolve("einwohner.xls");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet sheet = book.createSheet("Einwohner");
            HSSFRow names = sheet.createRow(0);
            for (int column = 0; column < HEADER.size(); column++) {
                names.createCell(column).setCellValue(HEADER.get(column));
            }
            for (int i = 1; i < ROWS; i++) {
                HSSFRow row = sheet.createRow(i);
                row.createCell(0).setCellValue(space(i));
                row.createCell(1).setCellValue(year(i));
                row.createCell(2).setCellValue(count(i));
            }
            book.write(out);
        }
        return file;
    }

    Path xlsx(Path folder) throws IOException {
        Path file = folder.resolve("einwohner.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("Einwohner");
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(0, column, HEADER.get(column));
            }
            for (int i = 1; i < ROWS; i++) {
                sheet.value(i, 0, space(i));
                sheet.value(i, 1, year(i));
                sheet.value(i, 2, count(i));
            }
        }
        return file;
    }
}
