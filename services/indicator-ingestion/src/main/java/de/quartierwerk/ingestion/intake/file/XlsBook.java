package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet in the format of Excel 97 to 2003 (BIFF8, [MS-XLS]), read record by record. Macros, drawings and charts
 * are passed over.
 */
final class XlsBook extends Book {
    private static final int WORKSHEET = 0x10;

    private final POIFSFileSystem files;
    private final String stream;
    private final boolean encrypted;
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> formatOfStyle = new ArrayList<>();
    private final Map<Integer, CellFormat> cellFormats = new HashMap<>();
    private @Nullable SSTRecord texts;
    private boolean from1904;

    private XlsBook(POIFSFileSystem files, XlsGuard.Workbook workbook) {
        this.files = files;
        this.stream = workbook.stream();
        this.encrypted = workbook.encrypted();
    }

    /** Opens a spreadsheet that {@link XlsGuard} has let pass. */
    static XlsBook open(Path file) throws IOException {
        POIFSFileSystem files = files(file);
        try {
            XlsBook book = new XlsBook(files, XlsGuard.workbook(files));
            book.readGlobals();
            return book;
        } catch (EncryptedDocumentException locked) {
            files.close();
            throw ForeignFormat.LOCKED.refusal();
        } catch (OldExcelFormatException old) {
            files.close();
            throw ForeignFormat.OLD_EXCEL.refusal();
        } catch (Invalid refused) {
            files.close();
            throw refused;
        } catch (IOException | RuntimeException broken) {
            files.close();
            throw new Invalid("file.unreadable", 0);
        }
    }

    private static POIFSFileSystem files(Path file) {
        try {
            return new POIFSFileSystem(file.toFile(), true);
        } catch (IOException | RuntimeException broken) {
            throw new Invalid("file.unreadable", 0);
        }
    }

    private void readGlobals() throws IOException {
        try (InputStream in = files.createDocumentInputStream(stream)) {
            RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
            for (Record record = records.nextRecord();
                    record != null && !(record instanceof EOFRecord);
                    record = records.nextRecord()) {
                take(record);
            }
        }
    }

    private void take(Record record) {
        if (record instanceof BoundSheetRecord sheet) {
            sheets.add(sheet);
        } else if (record instanceof SSTRecord shared) {
            texts = shared;
        } else if (record instanceof FormatRecord format) {
            formats.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord style) {
            formatOfStyle.add((int) style.getFormatIndex());
        } else if (record instanceof DateWindow1904Record window) {
            from1904 = window.getWindowing() == 1;
        }
    }

    @Override
    List<SheetName> sheets() {
        return sheets.stream()
                .map(sheet -> new SheetName(sheet.getSheetname(), !sheet.isHidden() && !sheet.isVeryHidden()))
                .toList();
    }

    @Override
    SheetRows rows(String sheet) throws IOException {
        int number = 0;
        while (!sheets.get(number).getSheetname().equals(sheet)) {
            number++;
        }
        return new XlsRows(this, number);
    }

    /** The records of a sheet, from the one after its beginning on. */
    Records records(int sheet) throws IOException {
        InputStream in = files.createDocumentInputStream(stream);
        try {
            if (!encrypted) {
                in.skipNBytes(Integer.toUnsignedLong(sheets.get(sheet).getPositionOfBof()));
            }
            Records records = new Records(in, new RecordFactoryInputStream(in, false));
            for (int other = encrypted ? -1 : sheet; other < sheet; other++) {
                records.skipSheet();
            }
            return records;
        } catch (IOException | RuntimeException broken) {
            in.close();
            throw broken;
        }
    }

    /** Records of one part of a workbook; charts within it are left out. */
    static final class Records implements AutoCloseable {
        private final InputStream in;
        private final RecordFactoryInputStream records;
        private int depth;
        private boolean worksheet;

        Records(InputStream in, RecordFactoryInputStream records) {
            this.in = in;
            this.records = records;
        }

        /** The next record of the sheet itself; null after its last, or where it is no sheet of cells. */
        @Nullable
        Record next() {
            for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
                if (record instanceof BOFRecord begin) {
                    worksheet = depth == 0 ? begin.getType() == WORKSHEET : worksheet;
                    depth++;
                } else if (record instanceof EOFRecord) {
                    depth--;
                    if (depth <= 0) {
                        return null;
                    }
                } else if (depth == 1 && worksheet) {
                    return record;
                }
            }
            return null;
        }

        private void skipSheet() {
            Record record = next();
            while (record != null) {
                record = next();
            }
            depth = 0;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** A text that several cells may share. */
    String text(int number) {
        return Objects.requireNonNull(texts).getString(number).getString();
    }

    /** How a style shows numbers. */
    CellFormat format(int style) {
        return cellFormats.computeIfAbsent(style, key -> {
            Integer id = key < formatOfStyle.size() ? formatOfStyle.get(key) : 0;
            String format = formats.containsKey(id) ? formats.get(id) : BuiltinFormats.getBuiltinFormat(id);
            return CellFormat.of(id, format == null ? "" : format);
        });
    }

    boolean from1904() {
        return from1904;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
