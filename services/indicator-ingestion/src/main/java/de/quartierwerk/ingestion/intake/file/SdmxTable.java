package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table in SDMX-CSV 1.0 or 2.0: the columns are the concepts of a data structure. Where names and cells hold labels
 * beside their ids ({@code GEO: Region}, {@code DE: Germany}), the ids are read.
 */
public final class SdmxTable implements TableReader {
    /** Names of the concepts that mean the same in all data structures. */
    public static final String PERIOD = "TIME_PERIOD";

    public static final String VALUE = "OBS_VALUE";
    public static final String STATUS = "OBS_STATUS";
    /** Names that structures give the concept of the region. */
    public static final List<String> SPACES = List.of("REF_AREA", "GEO", "geo");

    private static final Pattern START = Pattern.compile(
            "(?is)\"?(DATAFLOW\"?\\s*[,;\\t]|STRUCTURE(\\[.\\])?\"?\\s*[,;\\t]\\s*\"?STRUCTURE_ID\"?\\s*[,;\\t]).*");
    private static final Pattern LABEL = Pattern.compile(":\\s.*|:(?=[^\\d]).*", Pattern.DOTALL);
    private static final Pattern SEPARATOR = Pattern.compile("\\[.\\]$");
    private static final String ACTION = "ACTION";

    private final CsvTable rows;
    private final List<String> header;
    private final List<Boolean> labelled;
    private final int action;

    private SdmxTable(CsvTable rows, List<String> names) {
        this.rows = rows;
        this.header = ids(names);
        this.labelled = names.stream().map(name -> name.indexOf(':') > 0).toList();
        this.action = header.indexOf(ACTION);
    }

    /** Whether a text begins like one. */
    static boolean begins(String head) {
        return START.matcher(head.substring(0, Math.min(head.length(), 500))).matches();
    }

    /** Opens a table whose first row holds the names. */
    public static SdmxTable open(InputStream content, Charset charset, char delimiter) throws IOException {
        CsvTable rows = CsvTable.open(content, charset, delimiter, 0, List.of());
        TableRow names = rows.next().orElseThrow(() -> new UnreadableRow(0, null));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            texts.add(names.text(i));
        }
        return new SdmxTable(rows, texts);
    }

    /** The ids of concepts, without labels. */
    public static List<String> ids(List<String> names) {
        return names.stream()
                .map(Texts::strip)
                .map(name ->
                        SEPARATOR.matcher(LABEL.matcher(name).replaceFirst("")).replaceFirst(""))
                .toList();
    }

    @Override
    public List<String> header() {
        return header;
    }

    /** Rows that delete values cannot be read as values: the file is not read on. */
    @Override
    public Optional<TableRow> next() throws IOException {
        Optional<TableRow> row = rows.next();
        if (row.isPresent() && action >= 0 && row.get().text(action).startsWith("D")) {
            throw UnreadableRow.deletion(row.get().line());
        }
        return row.map(Row::new);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** A row whose cells are ids where the column has labels. */
    private final class Row implements TableRow {
        private final TableRow row;

        Row(TableRow row) {
            this.row = row;
        }

        @Override
        public long line() {
            return row.line();
        }

        @Override
        public int size() {
            return row.size();
        }

        @Override
        public String text(int column) {
            String text = row.text(column);
            boolean cut = column < labelled.size() && labelled.get(column);
            return cut ? LABEL.matcher(text).replaceFirst("") : text;
        }

        @Override
        public boolean plain(int column) {
            return false;
        }

        @Override
        public boolean delimited() {
            return true;
        }
    }
}
