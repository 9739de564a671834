package de.quartierwerk.registry.geofile;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of an SQLite database as its <a href="https://www.sqlite.org/fileformat2.html">file format</a> lays
 * them down. No statement is run, so views, triggers and expressions of a foreign file can do nothing.
 */
final class SqliteFile implements Closeable {
    static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final String BROKEN = "import.geopackage-broken";
    private static final int HEADER = 100;
    private static final int INTERIOR_TABLE = 5;
    private static final int LEAF_TABLE = 13;
    private static final int DEEPEST = 30;
    /** SQLite itself takes no more. */
    private static final int LARGEST_PAYLOAD = 1_000_000_000;

    private final RandomAccessFile file;
    private final int pageSize;
    private final int usable;
    private final long pages;
    private final Charset charset;
    private final Map<String, Table> tables = new HashMap<>();

    /**
     * A table.
     *
     * @param root number of its first page
     * @param columns names of its columns
     * @param rowId column that is the number of the row, -1 without one
     */
    record Table(int root, List<String> columns, int rowId) {}

    /** Takes a row; the values are null, Long, Double, String or byte[], in the order of the table's columns. */
    interface RowConsumer {
        void accept(List<@Nullable Object> row) throws BrokenFile;
    }

    SqliteFile(Path path) throws BrokenFile, IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        byte[] header = new byte[HEADER];
        if (file.length() < HEADER) {
            throw new BrokenFile(BROKEN);
        }
        file.readFully(header);
        ByteBuffer buffer = ByteBuffer.wrap(header);
        int size = Short.toUnsignedInt(buffer.getShort(16));
        pageSize = size == 1 ? 65_536 : size;
        usable = pageSize - Byte.toUnsignedInt(header[20]);
        if (Integer.bitCount(pageSize) != 1 || usable < 480) {
            throw new BrokenFile(BROKEN);
        }
        pages = file.length() / pageSize;
        charset = switch (buffer.getInt(56)) {
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
        read(new Table(1, List.of("type", "name", "tbl_name", "rootpage", "sql"), -1), row -> {
            if ("table".equals(row.get(0)) && row.get(1) instanceof String name && row.get(3) instanceof Long root) {
                TableColumns columns = new TableColumns(String.valueOf(row.get(4)));
                tables.put(name.toLowerCase(Locale.ROOT), new Table(root.intValue(), columns.names(), columns.rowId()));
            }
        });
    }

    /** The table of that name, whatever the case of its letters; views are none. */
    Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Hands over all rows in the order of their numbers. */
    void read(Table table, RowConsumer consumer) throws BrokenFile, IOException {
        try {
            readPage(table, table.root(), 0, consumer);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new BrokenFile(BROKEN);
        }
    }

    private void readPage(Table table, int number, int depth, RowConsumer consumer) throws BrokenFile, IOException {
        if (depth > DEEPEST) {
            throw new BrokenFile(BROKEN);
        }
        ByteBuffer page = page(number);
        int start = number == 1 ? HEADER : 0;
        int type = page.get(start);
        int cells = Short.toUnsignedInt(page.getShort(start + 3));
        if (type == LEAF_TABLE) {
            for (int i = 0; i < cells; i++) {
                readCell(table, page, Short.toUnsignedInt(page.getShort(start + 8 + 2 * i)), consumer);
            }
        } else if (type == INTERIOR_TABLE) {
            for (int i = 0; i < cells; i++) {
                int cell = Short.toUnsignedInt(page.getShort(start + 12 + 2 * i));
                readPage(table, page.getInt(cell), depth + 1, consumer);
            }
            readPage(table, page.getInt(start + 8), depth + 1, consumer);
        } else {
            throw new BrokenFile(BROKEN);
        }
    }

    private ByteBuffer page(int number) throws BrokenFile, IOException {
        if (number < 1 || number > pages) {
            throw new BrokenFile(BROKEN);
        }
        byte[] page = new byte[pageSize];
        file.seek((long) (number - 1) * pageSize);
        file.readFully(page);
        return ByteBuffer.wrap(page);
    }

    private void readCell(Table table, ByteBuffer page, int offset, RowConsumer consumer)
            throws BrokenFile, IOException {
        page.position(offset);
        long length = varint(page);
        long rowId = varint(page);
        if (length < 0 || length > LARGEST_PAYLOAD) {
            throw new BrokenFile(BROKEN);
        }
        consumer.accept(row(table, payload(page, (int) length), rowId));
    }

    /** The content of a cell, which goes on in other pages where it is long. */
    private ByteBuffer payload(ByteBuffer page, int length) throws BrokenFile, IOException {
        int local = local(length);
        if (length > pages * pageSize) {
            throw new BrokenFile(BROKEN);
        }
        byte[] payload = new byte[length];
        page.get(payload, 0, local);
        int next = local < length ? page.getInt() : 0;
        for (int done = local; done < length; ) {
            ByteBuffer overflow = page(next);
            next = overflow.getInt();
            int part = Math.min(usable - 4, length - done);
            overflow.get(payload, done, part);
            done += part;
        }
        return ByteBuffer.wrap(payload);
    }

    private int local(int length) {
        if (length <= usable - 35) {
            return length;
        }
        int least = (usable - 12) * 32 / 255 - 23;
        int wanted = least + (length - least) % (usable - 4);
        return wanted <= usable - 35 ? wanted : least;
    }

    private List<@Nullable Object> row(Table table, ByteBuffer record, long rowId) throws BrokenFile {
        int headerEnd = (int) varint(record);
        List<Long> types = new ArrayList<>();
        while (record.position() < headerEnd) {
            types.add(varint(record));
        }
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Object value = i < types.size() ? value(record, types.get(i)) : null;
            row.add(i == table.rowId() && value == null ? (Object) rowId : value);
        }
        return row;
    }

    private @Nullable Object value(ByteBuffer record, long type) throws BrokenFile {
        if (type >= 12) {
            long length = (type - 12) / 2;
            if (length > record.remaining()) {
                throw new BrokenFile(BROKEN);
            }
            byte[] bytes = new byte[(int) length];
            record.get(bytes);
            return type % 2 == 0 ? bytes : new String(bytes, charset);
        }
        return switch ((int) type) {
            case 0 -> null;
            case 1, 2, 3, 4 -> integer(record, (int) type);
            case 5 -> integer(record, 6);
            case 6 -> integer(record, 8);
            case 7 -> record.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            default -> throw new BrokenFile(BROKEN);
        };
    }

    private static long integer(ByteBuffer record, int bytes) {
        long value = record.get();
        for (int i = 1; i < bytes; i++) {
            value = (value << 8) | Byte.toUnsignedLong(record.get());
        }
        return value;
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = buffer.get();
            value = (value << 7) | (next & 0x7F);
            if (next >= 0) {
                return value;
            }
        }
        return (value << 8) | Byte.toUnsignedLong(buffer.get());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
