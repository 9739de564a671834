package de.quartierwerk.registry.geofile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFException;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFReader;
import com.linuxense.javadbf.DBFRow;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shapefiles in a zip, in whatever folder; each is a layer. */
public final class ZippedShapefile implements GeoFile {
    /** The library adds a column before the others that says whether the row is deleted. */
    private static final int FIRST_COLUMN = 1;

    private static final int HEADER_LENGTH_AT = 8;
    private static final Set<DBFDataType> NUMBERS = Set.of(DBFDataType.NUMERIC, DBFDataType.FLOATING_POINT);
    /** As far as numbers of double precision reach. */
    private static final int MOST_DECIMALS = 400;

    private static final char REPLACEMENT = '\uFFFD';

    private final ZipContent zip;
    private final List<Layer> layers = new ArrayList<>();
    private final Map<Layer, String> shapes = new HashMap<>();

    /** Opens a file. */
    public ZippedShapefile(Path path) throws BrokenFile, IOException {
        zip = new ZipContent(path);
        try {
            List<String> files = zip.namesEndingWith(".shp");
            boolean namesDiffer =
                    files.stream().map(ZippedShapefile::fileName).distinct().count() == files.size();
            for (String shape : files) {
                Layer layer = layer(shape, namesDiffer ? fileName(shape) : shape);
                layers.add(layer);
                shapes.put(layer, shape);
            }
            if (layers.isEmpty()) {
                throw new BrokenFile("import.zip-without-shapefile", String.join(", ", zip.names()));
            }
        } catch (ZipContent.ZipTooLarge e) {
            zip.close();
            throw new BrokenFile("import.zip-too-large");
        } catch (BrokenFile | IOException e) {
            zip.close();
            throw e;
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** @param file name of the layer with its ending; with its folder where it is needed to tell layers apart */
    private Layer layer(String shape, String file) throws BrokenFile, IOException {
        String prj = zip.sibling(shape, ".prj");
        String crs = prj == null ? null : ProjectionFile.crs(zip.text(prj, StandardCharsets.UTF_8));
        try (ShapeRecords shapeRecords = new ShapeRecords(zip.open(shape));
                DBFReader rows = rows(shape)) {
            return new Layer(
                    file.substring(0, file.length() - ".shp".length()),
                    rows.getRecordCount(),
                    shapeRecords.type(),
                    crs);
        }
    }

    @Override
    public List<Layer> layers() {
        return List.copyOf(layers);
    }

    @Override
    public boolean cutsNames() {
        return true;
    }

    @Override
    public void read(Layer layer, FeatureConsumer consumer) throws BrokenFile, IOException {
        String file = String.valueOf(shapes.get(layer));
        try (ShapeRecords shapeRecords = new ShapeRecords(zip.open(file));
                Table rows = rows(file)) {
            int number = 1;
            for (ShapeRecords.Shape shape = shapeRecords.next(number);
                    shape != null;
                    shape = shapeRecords.next(++number)) {
                DBFRow row = rows.nextRow();
                if (row == null) {
                    throw new BrokenFile("import.shapefile-rows-differ", number, rows.getRecordCount());
                }
                if (!row.isDeleted()) {
                    consumer.accept(feature(rows, row, shape));
                }
            }
            if (rows.nextRow() != null) {
                throw new BrokenFile("import.shapefile-rows-differ", number - 1, rows.getRecordCount());
            }
        } catch (ZipContent.ZipTooLarge e) {
            throw new BrokenFile("import.zip-too-large");
        } catch (DBFException e) {
            throw broken(e);
        }
    }

    private static BrokenFile broken(DBFException e) {
        return new BrokenFile(
                e.getCause() instanceof ZipContent.ZipTooLarge
                        ? "import.zip-too-large"
                        : "import.shapefile-table-broken");
    }

    private static GeoFeature feature(Table rows, DBFRow row, ShapeRecords.Shape shape) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        String undecodable = null;
        for (int i = FIRST_COLUMN; i < rows.getFieldCount(); i++) {
            String column = rows.getField(i).getName();
            Object value = row.getObject(i);
            if (value instanceof String text) {
                String content = text.strip();
                if (content.indexOf(REPLACEMENT) >= 0) {
                    undecodable = column;
                }
                properties.put(column, content.isEmpty() ? null : content);
            } else if (value instanceof BigDecimal number) {
                properties.put(column, number.stripTrailingZeros().scale() <= 0 ? number.setScale(0) : number);
            } else if (value instanceof Number number) {
                properties.put(column, new BigDecimal(number.toString()));
            } else if (value instanceof Boolean flag) {
                properties.put(column, flag);
            } else if (value instanceof Date date) {
                LocalDate day = date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
                // programs write zeros where there is no day
                properties.put(column, day.getYear() < 1 ? null : day.toString());
            } else {
                properties.putNull(column);
            }
        }
        return new GeoFeature(
                properties, false, shape.boundary(), shape.otherType(), undecodable, rows.takeUnreadable());
    }

    private Table rows(String shape) throws BrokenFile, IOException {
        String table = zip.sibling(shape, ".dbf");
        if (table == null) {
            throw new BrokenFile("import.shapefile-table-missing", shape);
        }
        try {
            return new Table(zip.open(table), charset(shape, table));
        } catch (DBFException e) {
            throw broken(e);
        }
    }

    /**
     * Programs fill a cell that is too narrow for its number with asterisks; it then has no value. The library says
     * nothing of that.
     */
    private static final class Table extends DBFReader {
        private @Nullable String unreadable;

        Table(InputStream in, Charset charset) {
            super(in, charset, true);
        }

        @Override
        protected @Nullable Object getFieldValue(DBFField field) throws IOException {
            return NUMBERS.contains(field.getType()) ? number(field) : super.getFieldValue(field);
        }

        private @Nullable BigDecimal number(DBFField field) throws IOException {
            byte[] cell = new byte[field.getLength()];
            dataInputStream.readFully(cell);
            String text = new String(cell, StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ')
                    .replace(',', '.')
                    .strip();
            if (text.isEmpty()) {
                return null;
            }
            try {
                BigDecimal number = new BigDecimal(text);
                if (Math.abs((long) number.scale()) <= MOST_DECIMALS) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below, as is a number that would fill the memory
            }
            unreadable = field.getName();
            return null;
        }

        /** The last column of the row that was read with a number that is none. */
        @Nullable
        String takeUnreadable() {
            String column = unreadable;
            unreadable = null;
            return column;
        }
    }

    /** The charset that the file names beside the table; else the one that its rows are written in. */
    private Charset charset(String shape, String table) throws BrokenFile, IOException {
        String cpg = zip.sibling(shape, ".cpg");
        Charset named = cpg == null
                ? null
                : named(zip.text(cpg, StandardCharsets.US_ASCII).strip());
        if (named != null) {
            return named;
        }
        try (InputStream in = zip.open(table)) {
            byte[] begin = in.readNBytes(HEADER_LENGTH_AT + 2);
            if (begin.length == HEADER_LENGTH_AT + 2) {
                int length = (begin[HEADER_LENGTH_AT] & 0xFF) | ((begin[HEADER_LENGTH_AT + 1] & 0xFF) << 8);
                in.readNBytes(Math.max(0, length - begin.length));
            }
            return Utf8Check.holds(in) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        }
    }

    private static @Nullable Charset named(String cpg) {
        String name = cpg.matches("\\d{3,5}") && !cpg.equals("65001") ? codePage(cpg) : cpg.replace("65001", "UTF-8");
        try {
            return Charset.forName(name.replaceFirst("(?i)^ANSI ", "windows-"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** ESRI writes the numbers of ISO 8859 as 88591, those of Windows and DOS as they are. */
    private static String codePage(String number) {
        if (number.startsWith("8859")) {
            return "ISO-8859-" + number.substring(4);
        }
        return number.length() == 4 ? "windows-" + number : "IBM" + number;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
