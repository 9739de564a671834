package de.quartierwerk.registry.space;

import de.quartierwerk.registry.span.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds the index of the present state, so that many positions need no look into the database each. It is made anew
 * after a change of the registry, by this instance or another one, and where memory was needed for something else.
 */
@ApplicationScoped
class LocationIndexes {
    private final LocationStatements statements;
    private final Spans spans;
    private volatile SoftReference<LocationIndex> kept = new SoftReference<>(null);

    LocationIndexes(LocationStatements statements, Spans spans) {
        this.statements = statements;
        this.spans = spans;
    }

    /** The index of what the registry holds now; who comes while it is made waits for it. */
    LocationIndex present() {
        LocationIndex index = keptOf(spans.state());
        return index == null ? make() : index;
    }

    private synchronized LocationIndex make() {
        String state = spans.state();
        LocationIndex made = keptOf(state);
        if (made == null) {
            kept = new SoftReference<>(null);
            LocationIndex index = new LocationIndex(state);
            statements.forEach(index::add);
            made = index.built();
            kept = new SoftReference<>(made);
        }
        return made;
    }

    private @Nullable LocationIndex keptOf(String state) {
        LocationIndex index = kept.get();
        return index != null && index.isOf(state) ? index : null;
    }
}
