package de.quartierwerk.local;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Watches a running platform: a part that ends unasked is started again, as often as it takes. */
final class Supervision {
    private static final int PAUSE_MILLISECONDS = 1_000;

    /** After a part that did not start, as on a full disk, until somebody has made room. */
    private static final int PAUSE_AFTER_FAILURE_MILLISECONDS = 10_000;

    private final LocalPlatform platform;
    private final Consumer<String> progress;
    private final BooleanSupplier stopping;

    Supervision(LocalPlatform platform, Consumer<String> progress, BooleanSupplier stopping) {
        this.platform = platform;
        this.progress = progress;
        this.stopping = stopping;
    }

    /** How a part is started. */
    private interface Start {
        void run() throws StartFailure;
    }

    /** Returns when the platform is stopped. */
    void untilStopped() throws InterruptedException {
        while (!stopping.getAsBoolean()) {
            Thread.sleep(PAUSE_MILLISECONDS);
            if (!platform.serversRun()) {
                start("The servers have ended; they are started again", platform::restartServers);
            }
            for (LocalService service : LocalService.values()) {
                if (!platform.runs(service)) {
                    start(service.root() + " has ended; it is started again", () -> platform.restart(service));
                }
            }
        }
    }

    private void start(String said, Start part) throws InterruptedException {
        if (stopping.getAsBoolean()) {
            return;
        }
        progress.accept(said);
        try {
            part.run();
        } catch (StartFailure e) {
            if (!stopping.getAsBoolean()) {
                progress.accept(e.getMessage());
                Thread.sleep(PAUSE_AFTER_FAILURE_MILLISECONDS);
            }
        }
    }
}
