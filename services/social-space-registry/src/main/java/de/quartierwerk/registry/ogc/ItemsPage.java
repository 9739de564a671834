package de.quartierwerk.registry.ogc;

import de.quartierwerk.registry.span.Span;
import de.quartierwerk.registry.span.SpanFilter;
import de.quartierwerk.registry.span.SpanPosition;
import de.quartierwerk.registry.span.Spans;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of features, read while it is written: what comes before and after it is known once it has been read. */
final class ItemsPage implements Iterator<Span> {
    private final Iterator<Span> spans;
    private final int limit;
    private final boolean fromStart;
    private final long matched;
    private int returned;
    private @Nullable Span first;
    private @Nullable Span last;

    private ItemsPage(Iterator<Span> spans, int limit, boolean fromStart, long matched) {
        this.spans = spans;
        this.limit = limit;
        this.fromStart = fromStart;
        this.matched = matched;
    }

    static ItemsPage read(Spans spans, SpanFilter filter, PageCursor cursor, int limit) {
        SpanPosition start =
                cursor.backwards() ? spans.startOfPageBefore(filter, cursor.position(), limit) : cursor.position();
        return new ItemsPage(
                spans.after(filter, start).iterator(), limit, start.equals(SpanPosition.START), spans.count(filter));
    }

    @Override
    public boolean hasNext() {
        return returned < limit && spans.hasNext();
    }

    @Override
    public Span next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        last = spans.next();
        first = first == null ? last : first;
        returned++;
        return last;
    }

    /** Features that the query finds on all pages. */
    long matched() {
        return matched;
    }

    int returned() {
        return returned;
    }

    /** Where the page after this one begins; empty at the end. */
    Optional<PageCursor> after() {
        return last != null && spans.hasNext() ? Optional.of(new PageCursor(false, last.position())) : Optional.empty();
    }

    /** Where the page before this one ends; empty at the start. */
    Optional<PageCursor> before() {
        return first == null || fromStart ? Optional.empty() : Optional.of(new PageCursor(true, first.position()));
    }
}
