package de.quartierwerk.local;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Watches a running platform: a part that ends unasked is started again. */
final class Supervision {
    private static final int PAUSE_MILLISECONDS = 1000;

    private final LocalPlatform platform;
    private final Consumer<String> progress;

    Supervision(LocalPlatform platform, Consumer<String> progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /** Returns when the platform is stopped; fails when a part cannot be started again. */
    void untilStopped(BooleanSupplier stopping) throws StartFailure, InterruptedException {
        while (!stopping.getAsBoolean()) {
            Thread.sleep(PAUSE_MILLISECONDS);
            if (!stopping.getAsBoolean() && !platform.serversRun()) {
                progress.accept("The servers have ended; they are started again");
                platform.restartServers();
            }
            for (LocalService service : LocalService.values()) {
                if (!stopping.getAsBoolean() && !platform.runs(service)) {
                    progress.accept(service.root() + " has ended; it is started again");
                    platform.restart(service);
                }
            }
        }
    }
}
