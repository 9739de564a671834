package de.quartierwerk.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Somebody with a laptop who wants to stop a service: connections that ask nothing, read nothing, or send a byte a
 * second, and much at once. A connection that the service closes is opened again. All come from one address, which is
 * not that of other clients. They are a process of their own behind all others, since a laptop has its own processors.
 */
final class HostileClients implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.66";
    private static final int SMALL_BUFFER = 4_096;
    private static final byte[] PIECE =
            ("99001001-01;hostile;2023;" + "7".repeat(36) + "\n").repeat(1_000).getBytes(StandardCharsets.US_ASCII);

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "hostile", 256 * 1024);
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, AtomicLong> seen = new ConcurrentHashMap<>();

    /** What a connection does after it has sent its head; ends when the service closes the connection. */
    @FunctionalInterface
    private interface Manner {
        void behave(Socket socket) throws IOException, InterruptedException;
    }

    /**
     * Starts them; they go on until the input of their process ends, and print then what they have seen.
     *
     * @param page public page that is long
     * @param token of a supplier
     */
    static Process start(URI registry, URI ingestion, URI funding, URI reporting, URI page, String token)
            throws IOException {
        return new ProcessBuilder(
                        "nice",
                        "-n",
                        "15",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        HostileClients.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath(),
                        HostileClients.class.getName(),
                        registry.toString(),
                        ingestion.toString(),
                        funding.toString(),
                        reporting.toString(),
                        page.toString(),
                        token)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The process; its arguments are those of {@link #start}. */
    public static void main(String[] arguments) throws IOException {
        URI registry = URI.create(arguments[0]);
        URI ingestion = URI.create(arguments[1]);
        URI funding = URI.create(arguments[2]);
        URI reporting = URI.create(arguments[3]);
        URI page = URI.create(arguments[4]);
        String token = arguments[5];
        URI submissions = ingestion.resolve("/ingestion/v1/submissions?dryRun=true");
        URI values = ingestion.resolve("/ingestion/v1/values");
        try (HostileClients hostile = new HostileClients()) {
            hostile.idle(500, reporting);
            hostile.idle(500, ingestion);
            hostile.readSlowly(115, values, "text/csv");
            hostile.readSlowly(115, page, "text/html");
            hostile.sendSlowly(50, submissions, token, "multipart/form-data; boundary=x");
            hostile.sendSlowly(50, funding.resolve("/funding/v1/applications"), token, "application/json");
            hostile.upload(4, submissions, token, 200_000_000);
            hostile.ask(50, page, "text/html");
            hostile.ask(20, registry.resolve("/registry/v1/spaces?limit=1000"), "application/geo+json");
            hostile.ask(20, ingestion.resolve("/ingestion/v1/values?limit=1000"), "application/json");
            hostile.ask(10, values, "text/csv");
            System.in.transferTo(OutputStream.nullOutputStream());
            System.out.println(hostile.seen);
        }
    }

    /** Connections that ask nothing. */
    private void idle(int count, URI service) {
        start(count, "idle", service, "", this::waitForTheEnd);
    }

    /** Connections that ask for an answer and read a byte a second of it. */
    private void readSlowly(int count, URI what, String accept) {
        start(count, "slow reader", what, head("GET", what, "Accept: " + accept), this::readSlowly);
    }

    /** Connections that send a byte a second of a document or form. */
    private void sendSlowly(int count, URI where, String token, String type) {
        String head = head(
                "POST", where, "Authorization: Bearer " + token, "Content-Type: " + type, "Content-Length: 100000");
        start(count, "slow sender", where, head, socket -> {
            while (!isClosedWithin(socket, 1_000)) {
                socket.getOutputStream().write('-');
            }
        });
    }

    /** Asks for the same again and again. */
    private void ask(int count, URI what, String accept) {
        String head = head("GET", what, "Accept: " + accept, "Connection: close");
        start(count, "asker", what, head, socket -> {
            InputStream in = socket.getInputStream();
            count("asker got " + new String(in.readNBytes(12), StandardCharsets.US_ASCII));
            in.transferTo(OutputStream.nullOutputStream());
        });
    }

    /** Delivers large files, each once. */
    private void upload(int count, URI where, String token, long bytes) {
        for (int number = 0; number < count; number++) {
            threads.execute(() -> {
                try (Socket socket = connect(where)) {
                    deliver(socket, where, token, bytes);
                } catch (IOException closed) {
                    count("upload closed");
                }
            });
        }
    }

    private void deliver(Socket socket, URI where, String token, long bytes) throws IOException {
        String open =
                "--x\r\nContent-Disposition: form-data; name=\"mapping\"\r\nContent-Type: application/json\r\n\r\n"
                        + "{\"layout\":\"long\",\"spaceColumn\":\"space\",\"indicatorColumn\":\"indicator\","
                        + "\"periodColumn\":\"period\",\"valueColumn\":\"value\"}\r\n"
                        + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"hostile.csv\"\r\n\r\n"
                        + "space;indicator;period;value\n";
        String close = "\r\n--x--\r\n";
        long pieces = bytes / PIECE.length;
        long length = open.length() + pieces * PIECE.length + close.length();
        OutputStream out = socket.getOutputStream();
        out.write(head(
                        "POST",
                        where,
                        "Authorization: Bearer " + token,
                        "Content-Type: multipart/form-data; boundary=x",
                        "Connection: close",
                        "Content-Length: " + length)
                .getBytes(StandardCharsets.US_ASCII));
        out.write(open.getBytes(StandardCharsets.US_ASCII));
        for (long piece = 0; piece < pieces && end.getCount() > 0; piece++) {
            out.write(PIECE);
        }
        out.write(close.getBytes(StandardCharsets.US_ASCII));
        count("upload got " + new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
    }

    private void start(int count, String kind, URI where, String head, Manner manner) {
        for (int number = 0; number < count; number++) {
            threads.execute(() -> {
                while (end.getCount() > 0) {
                    try (Socket socket = connect(where)) {
                        count(kind + " opened");
                        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                        manner.behave(socket);
                    } catch (IOException refusedOrClosed) {
                        pause(1_000);
                    } catch (InterruptedException ended) {
                        return;
                    }
                }
            });
        }
    }

    private static Socket connect(URI where) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.bind(new InetSocketAddress(ADDRESS, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), where.getPort()), 20_000);
        return socket;
    }

    private static String head(String method, URI what, String... headers) {
        String path = what.getRawPath() + (what.getRawQuery() == null ? "" : "?" + what.getRawQuery());
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private void waitForTheEnd(Socket socket) throws IOException {
        while (!isClosedWithin(socket, 5_000)) {
            // nothing is sent
        }
    }

    private void readSlowly(Socket socket) throws IOException, InterruptedException {
        while (end.getCount() > 0 && socket.getInputStream().read() >= 0) {
            pause(1_000);
        }
    }

    /** Whether the service closes the connection within this time; what it sends meanwhile is read. */
    private boolean isClosedWithin(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return end.getCount() == 0 || socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }

    private void pause(long millis) {
        try {
            end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(String what) {
        seen.computeIfAbsent(what, first -> new AtomicLong()).incrementAndGet();
    }

    @Override
    public void close() {
        end.countDown();
        threads.shutdownNow();
    }
}
