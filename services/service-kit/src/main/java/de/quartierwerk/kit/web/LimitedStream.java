package de.quartierwerk.kit.web;

import java.io.IOException;
import java.io.InputStream;

/** Content of which no more than so many bytes may be read. */
public final class LimitedStream extends CountedStream {
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
    protected void count(long more) throws IOException {
        read += more;
        if (read > most) {
            excess.refuse();
        }
    }
}
