package de.quartierwerk.kit.program;

import java.io.IOException;

/** The life of the service that started this program: its standard input lasts as long. */
public final class ServiceLife {
    private static final int ENDED = 143;

    private ServiceLife() {}

    /** Ends this program with the service, however that ends. */
    public static void endWithIt() {
        Thread watch = new Thread(ServiceLife::await, "service-life");
        watch.setDaemon(true);
        watch.start();
    }

    private static void await() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said
            }
        } catch (IOException e) {
            // the same as its end
        }
        Runtime.getRuntime().halt(ENDED);
    }
}
