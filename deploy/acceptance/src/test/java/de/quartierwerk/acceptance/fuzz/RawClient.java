package de.quartierwerk.acceptance.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes to a service, one connection for each request, from an address that no other client has. */
public final class RawClient {

    private static final String ADDRESS = "127.0.0.77";
    private static final int PATIENCE = 60_000;
    private static final int MOST = 16_000_000;

    private RawClient() {}

    /** The answer to a request; what was read until then where the service goes on for longer than that. */
    public static RawAnswer send(URI service, RawRequest request) {
        return send(service, request, PATIENCE);
    }

    /** The same with a patience in milliseconds. */
    public static RawAnswer send(URI service, RawRequest request, int patience) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.getPort()));
            socket.setSoTimeout(patience);
            try {
                socket.getOutputStream().write(request.bytes());
                socket.getOutputStream().flush();
            } catch (IOException refused) {
                // the service may answer and close before it has read everything
            }
            return read(new BufferedInputStream(socket.getInputStream()), request.method());
        } catch (IOException e) {
            return new RawAnswer(0, Map.of(), String.valueOf(e.getMessage()));
        }
    }

    private static RawAnswer read(InputStream in, String method) throws IOException {
        String line = line(in);
        while (line.startsWith("HTTP/1.1 100")) {
            headers(in);
            line = line(in);
        }
        String[] words = line.split(" ", 3);
        if (words.length < 2 || !words[1].matches("\\d{3}")) {
            return new RawAnswer(0, Map.of(), line);
        }
        int status = Integer.parseInt(words[1]);
        Map<String, List<String>> headers = headers(in);
        boolean empty = method.equals("HEAD") || status == 204 || status == 304;
        return new RawAnswer(status, headers, empty ? "" : new String(body(in, headers), StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, each -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            if (headers.containsKey("content-length")) {
                body.writeBytes(in.readNBytes(
                        Integer.parseInt(headers.get("content-length").get(0))));
            } else if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
                for (int size = size(in); size > 0 && body.size() < MOST; size = size(in)) {
                    body.writeBytes(in.readNBytes(size));
                    line(in);
                }
            } else {
                body.writeBytes(in.readNBytes(MOST));
            }
        } catch (SocketTimeoutException stillGoingOn) {
            // a stream of events has no end
        }
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        String line = line(in);
        return line.isEmpty() ? 0 : Integer.parseInt(line, 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}
