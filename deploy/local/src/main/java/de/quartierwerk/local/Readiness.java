package de.quartierwerk.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** Asks a service whether it is ready. */
final class Readiness {
    private static final int PATIENCE_MILLISECONDS = 10_000;

    private Readiness() {}

    /** Whether the address answers 200; no answer means no. */
    static boolean of(String address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
            connection.setConnectTimeout(PATIENCE_MILLISECONDS);
            connection.setReadTimeout(PATIENCE_MILLISECONDS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
