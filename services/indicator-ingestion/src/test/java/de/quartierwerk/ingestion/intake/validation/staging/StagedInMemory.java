package de.quartierwerk.ingestion.intake.validation.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Keeps staged values in memory. */
public final class StagedInMemory implements ValueSink, ValueSink.Group {
    private final List<String> values = new ArrayList<>();

    /** A staging that keeps its values here. */
    public Staging staging() {
        return new Staging(this, null);
    }

    @Override
    public Group group(Samples.Group key) {
        return this;
    }

    @Override
    public Group others() {
        return this;
    }

    @Override
    public void add(int table, StagedValue value) {
        StagedValue.Figures figures = value.figures();
        values.add(String.join(
                ";",
                Long.toString(value.place().line()),
                value.cell().space(),
                value.cell().indicator().code(),
                value.cell().period(),
                Objects.toString(figures.value(), ""),
                Objects.toString(figures.numerator(), ""),
                Objects.toString(figures.denominator(), ""),
                value.status()));
    }

    @Override
    public void close() {
        // nothing waits
    }

    /** The values as {@code line;space;indicator;period;value;numerator;denominator;status}. */
    public List<String> values() {
        return List.copyOf(values);
    }
}
