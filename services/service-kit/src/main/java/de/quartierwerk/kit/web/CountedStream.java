package de.quartierwerk.kit.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content of which every byte that is read or skipped is counted. */
public abstract class CountedStream extends FilterInputStream {

    protected CountedStream(InputStream in) {
        super(in);
    }

    /** Is told of more bytes as they are read; throws what refuses them. */
    protected abstract void count(long more) throws IOException;

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

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }
}
