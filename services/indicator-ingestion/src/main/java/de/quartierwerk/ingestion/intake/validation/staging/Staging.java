package de.quartierwerk.ingestion.intake.validation.staging;

import de.quartierwerk.events.ValueStatus;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the good values of a file and remembers what the checks of the whole file need to know about them. */
public final class Staging implements AutoCloseable {
    /** A file may speak of any number of days; beyond so many groups the database looks for repetitions. */
    private static final int MOST_GROUPS = 2_000;

    private final ValueSink sink;
    private final Map<Samples.Group, CellGroup> groups = new HashMap<>();
    private final CellGroup others;
    private final Samples samples = new Samples();
    private final @Nullable PreviewNotes preview;
    private int table;
    private boolean repetitions;
    private boolean empty;
    private long usable;
    private long values;

    /** @param preview takes notes of the values; null where nobody wants to see them */
    public Staging(ValueSink sink, @Nullable PreviewNotes preview) {
        this.sink = sink;
        this.preview = preview;
        this.others = new CellGroup(sink.others(), true);
    }

    /** One whose values nobody stores: they are only shown. */
    public static Staging shown(PreviewNotes preview) {
        return new Staging(new ShownOnly(), preview);
    }

    /** Takes values and forgets them. */
    private static final class ShownOnly implements ValueSink {
        @Override
        public Group group(Samples.Group key) {
            return others();
        }

        @Override
        public Group others() {
            return (table, value) -> {};
        }

        @Override
        public void close() {
            // nothing was stored
        }
    }

    /** Where the values of a group go, and for which spaces there was one. */
    private static final class CellGroup {
        private final ValueSink.Group values;
        private final boolean mixed;
        private final BitSet spaces = new BitSet();

        CellGroup(ValueSink.Group values, boolean mixed) {
            this.values = values;
            this.mixed = mixed;
        }
    }

    /** Says that the values from now on stand in another table. */
    public void enter(int number) {
        table = number;
    }

    /** Takes a value. */
    public void add(StagedValue value) {
        if (preview != null) {
            preview.take(value);
        }
        StagedValue.Cell cell = value.cell();
        Samples.Group key = new Samples.Group(cell.indicator().code(), cell.period(), cell.level());
        if (value.figures().value() != null && value.status().equals(ValueStatus.NORMAL)) {
            samples.add(key, cell.indicator(), value.figures().value());
        }
        values++;
        usable += value.usable() ? 1 : 0;
        empty |= value.status().equals(ValueStatus.MISSING);
        CellGroup group = group(key);
        repetitions |= group.mixed || group.spaces.get(cell.spaceNumber());
        group.spaces.set(cell.spaceNumber());
        group.values.add(table, value);
    }

    private CellGroup group(Samples.Group key) {
        CellGroup group = groups.get(key);
        if (group == null && groups.size() < MOST_GROUPS) {
            group = new CellGroup(sink.group(key), false);
            groups.put(key, group);
        }
        return group == null ? others : group;
    }

    /** Waits until all values are stored. */
    @Override
    public void close() {
        sink.close();
    }

    /** What the values tell about what is usual. */
    public Samples samples() {
        return samples;
    }

    /** Whether any cell may be there twice. */
    public boolean mayRepeat() {
        return repetitions;
    }

    /** Whether any cell is empty. */
    public boolean hasEmptyCells() {
        return empty;
    }

    /** How many values there are, also missing ones. */
    public long values() {
        return values;
    }

    /** How many values are there, not missing ones. */
    public long usable() {
        return usable;
    }
}
