package de.quartierwerk.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Opens pages in a browser, just as they were answered, with their policy. Tells what the browser asked for beside
 * them, and what the policy had to forbid: both are nothing where text stayed text.
 */
final class BrowsedPages implements AutoCloseable {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int PATIENCE_SECONDS = 60;

    /** A page with its policy. */
    record Page(String policy, byte[] html) {}

    private final Path browser;
    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> surprises = new CopyOnWriteArrayList<>();

    BrowsedPages(Path browser) throws IOException {
        this.browser = browser;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A browser of this machine. */
    static Optional<Path> browser() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page; gives the document as the browser has it in the end. */
    String open(Page page) throws IOException, InterruptedException {
        String name = "/page-" + pages.size();
        pages.put(name, page);
        Path profile = Files.createTempDirectory("browser");
        Path document = profile.resolve("document.html");
        List<String> command = new ArrayList<>(List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--user-data-dir=" + profile,
                "--virtual-time-budget=2000",
                "--dump-dom",
                "http://127.0.0.1:" + server.getAddress().getPort() + name));
        Process process = new ProcessBuilder(command)
                .redirectOutput(document.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the browser does not end");
        }
        return Files.readString(document);
    }

    /** What the browser asked for or reported beside the pages. */
    List<String> surprises() {
        return surprises;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            Page page = pages.get(path);
            if (page == null) {
                if (!path.equals("/favicon.ico")) {
                    byte[] told = exchange.getRequestBody().readAllBytes();
                    surprises.add(path + " " + new String(told, StandardCharsets.UTF_8));
                }
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", page.policy() + "; report-uri /violation");
            exchange.sendResponseHeaders(200, page.html().length);
            exchange.getResponseBody().write(page.html());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
