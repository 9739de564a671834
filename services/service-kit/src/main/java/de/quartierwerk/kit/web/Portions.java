package de.quartierwerk.kit.web;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A list of any length that is read portion by portion, each when it is needed: it takes the memory of one portion. The
 * first one is read at once, so that what its reader refuses is refused before an answer begins.
 */
public final class Portions<T> implements Iterable<T> {
    private final int size;
    private final long most;
    private final Reader<T> reader;
    private final List<T> first;

    private Portions(int size, long most, Reader<T> reader, List<T> first) {
        this.size = size;
        this.most = most;
        this.reader = reader;
        this.first = first;
    }

    /** Reads a portion. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Up to {@code limit} items after {@code last}, from the start where there is no last one. */
        List<T> read(@Nullable T last, int limit);
    }

    /**
     * A list.
     *
     * @param size items of a portion
     */
    public static <T> Portions<T> of(int size, Reader<T> reader) {
        return new Portions<>(size, Long.MAX_VALUE, reader, reader.read(null, size));
    }

    /** Whether the first portion is all there is. */
    public boolean isOne() {
        return first.size() < size;
    }

    /** The same list, but no more than so many items. */
    public Portions<T> atMost(long items) {
        return new Portions<>(size, items, reader, first);
    }

    @Override
    public Iterator<T> iterator() {
        return new Items();
    }

    private final class Items implements Iterator<T> {
        private List<T> portion = first;
        private int next;
        private long given;

        @Override
        public boolean hasNext() {
            if (next == portion.size() && next == size && given < most) {
                portion = reader.read(portion.get(size - 1), size);
                next = 0;
            }
            return next < portion.size() && given < most;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            given++;
            return portion.get(next++);
        }
    }
}
