package de.quartierwerk.kit.work;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How streams of server-sent events stay open. */
@StaticInitSafe
@ConfigMapping(prefix = "quartierwerk.follow")
public interface FollowSettings {

    /** Time between two comments. */
    Duration heartbeat();

    /** After this time a stream ends, whatever it follows; who wants more asks again. */
    Duration longest();
}
