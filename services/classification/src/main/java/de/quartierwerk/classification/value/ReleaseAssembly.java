package de.quartierwerk.classification.value;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.quartierwerk.events.ProtectedValues;
import de.quartierwerk.events.ValueStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the batches of a complete release into vectors. */
@ApplicationScoped
class ReleaseAssembly {
    private final ValueStatements statements;
    private final ObjectReader json;
    private final Event<ReleaseArrived> arrived;

    ReleaseAssembly(ValueStatements statements, ObjectMapper json, Event<ReleaseArrived> arrived) {
        this.statements = statements;
        this.json = json.readerFor(ProtectedValues.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.arrived = arrived;
    }

    /**
     * Keeps a batch and answers whether it is new: events of long ago may come again after their ids were forgotten.
     */
    boolean keep(ProtectedValues batch, byte[] content) {
        requireEqualLengths(batch);
        return statements.keepBatch(batch, content);
    }

    void assemble(UUID release) {
        List<ReleaseArrived.Part> parts = new ArrayList<>();
        for (ValueStatements.Part part : statements.parts(release)) {
            LocalDate periodEnd = assemble(release, part);
            parts.add(new ReleaseArrived.Part(part.indicator(), part.period(), periodEnd));
        }
        statements.forgetBatches(release);
        arrived.fire(new ReleaseArrived(release, parts));
    }

    /** Makes a vector of a part and answers its reference date. */
    private LocalDate assemble(UUID release, ValueStatements.Part part) {
        List<ProtectedValues> batches = new ArrayList<>();
        for (byte[] content : statements.batches(release, part)) {
            batches.add(read(content));
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        batches.forEach(batch -> batch.spaces().forEach(space -> places.putIfAbsent(space, places.size())));
        Map<String, Integer> ordinals = statements.ordinals(places.keySet());
        Vector vector = new Vector(places.size());
        for (ProtectedValues batch : batches) {
            for (int i = 0; i < batch.spaces().size(); i++) {
                String space = batch.spaces().get(i);
                int place = Objects.requireNonNull(places.get(space));
                vector.set(
                        place,
                        Objects.requireNonNull(ordinals.get(space)),
                        number(batch.values().get(i)),
                        number(batch.numerators().get(i)),
                        number(batch.denominators().get(i)),
                        !isPublic(batch, i));
                BigDecimal rounded = batch.publicValues().isEmpty()
                        ? null
                        : batch.publicValues().get(i);
                if (rounded != null) {
                    vector.setPublic(place, rounded.doubleValue());
                }
            }
        }
        statements.insert(batches.get(0), vector);
        return batches.get(0).periodEnd();
    }

    /** Whether the public sees the value; a value that is missing for all hides nothing. */
    private static boolean isPublic(ProtectedValues batch, int i) {
        boolean nothing = batch.values().get(i) == null
                && batch.numerators().get(i) == null
                && batch.denominators().get(i) == null;
        String status = batch.publicStatuses().get(i);
        return nothing || !(ValueStatus.SUPPRESSED.equals(status) || ValueStatus.MISSING.equals(status));
    }

    private static @Nullable Double number(@Nullable BigDecimal exact) {
        double number = exact == null ? Double.NaN : exact.doubleValue();
        return Double.isNaN(number) || Double.isInfinite(number) ? null : (Double) number;
    }

    private ProtectedValues read(byte[] content) {
        try {
            return json.readValue(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireEqualLengths(ProtectedValues batch) {
        Objects.requireNonNull(batch.release(), "release");
        Objects.requireNonNull(batch.recordedAt(), "recordedAt");
        Objects.requireNonNull(batch.periodEnd(), "periodEnd");
        int size = batch.spaces().size();
        boolean equal = batch.values().size() == size
                && batch.numerators().size() == size
                && batch.denominators().size() == size
                && batch.publicStatuses().size() == size
                && (batch.publicValues().isEmpty() || batch.publicValues().size() == size);
        if (!equal) {
            throw new IllegalArgumentException("The columns of batch " + batch.batch() + " have different lengths");
        }
    }
}
