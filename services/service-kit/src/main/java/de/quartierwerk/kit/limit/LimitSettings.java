package de.quartierwerk.kit.limit;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How much a service takes on. The heap of a service is reckoned from these numbers, see README. */
@StaticInitSafe
@ConfigMapping(prefix = "quartierwerk.limits")
public interface LimitSettings {

    /** Connections that are open at once; a client is an address here. */
    PlaceSettings connections();

    /** Bytes that may have arrived at once, all together, as heads that are no requests yet. */
    MemorySize heads();

    /** How long a connection may be without a request at work. */
    Duration idle();

    /** Requests at work at once; fewer than the threads of the executor, so that one is always free. */
    PlaceSettings requests();

    /** Requests of these that work at once; the others wait for their turn. */
    PlaceSettings working();

    /** Forms that are being received at once. */
    PlaceSettings uploads();

    /** Streamed answers at work at once, e.g. CSV. */
    PlaceSettings longAnswers();

    /** Streams of events that are open at once. */
    PlaceSettings followers();

    /** Bytes of documents that may be arriving or worked on at once. */
    ByteSettings arriving();

    /** Bytes of large answers that may be leaving at once. */
    ByteSettings leaving();

    /** How long a client may read or write nothing, beside the time that {@link #slowest()} gives it. */
    Duration patience();

    /** Bytes a second that a client must read and write on average. */
    long slowest();

    /** Requests per minute of one client. */
    RateSettings perMinute();

    /** Places, and how many of them one client may have. */
    interface PlaceSettings {
        /** For all clients together. */
        int all();

        /** For one client. */
        int client();
    }

    /** Bytes, and how many of them one client may have. */
    interface ByteSettings {
        /** For all clients together. */
        MemorySize all();

        /** For one client. */
        MemorySize client();
    }

    /** Requests per minute. */
    interface RateSettings {
        /** With a token, by its subject. */
        int known();

        /** Without a token, by address. */
        int anonymous();

        /** With a token that was refused, by address. */
        int refused();

        /** Forms, by client. */
        int uploads();

        /** Operations that are {@link Demanding}, by client. */
        int demanding();
    }
}
