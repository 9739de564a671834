package de.quartierwerk.kit.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content of which no more than so many bytes may be read. */
public final class LimitedStream extends FilterInputStream {
    private final long most;
    private final Excess excess;
    private long read;

    /** What happens when there is more. */
    @FunctionalInterface
    public interface Excess {
        /** Throws what refuses the content. */
        void refuse() throws IOException;
    }

    /** @param most bytes that may be read */
    public LimitedStream(InputStream in, long most, Excess excess) {
        super(in);
        this.most = most;
        this.excess = excess;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int more = super.read(into, offset, length);
        count(Math.max(0, more));
        return more;
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > most) {
            excess.refuse();
        }
    }
}
