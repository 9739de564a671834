package de.quartierwerk.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pages as a browser prints and shows them; tests are skipped where Chromium or Poppler's tools are missing. */
public final class PrintedPages {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern PAGE = Pattern.compile("<page width=\"([0-9.]+)\"");
    private static final Pattern WORD =
            Pattern.compile("<word xMin=\"([-0-9.]+)\"[^>]*xMax=\"([-0-9.]+)\"[^>]*>(.*)</word>");

    private final Path folder;

    /** Keeps what it makes in a folder below {@code target}. */
    public PrintedPages(String name) throws IOException {
        this.folder = Files.createDirectories(Path.of("target", "printed", name));
        assumeTrue(isThere("chromium") && isThere("pdftotext"), "no Chromium or pdftotext");
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /** Prints a page on a paper such as {@code A4} or {@code letter}: pages, words and those outside of the paper. */
    public Print print(String html, String paper) throws IOException, InterruptedException {
        Path page = write(paper + ".html", html.replace("</head>", "<style>@page{size:" + paper + "}</style></head>"));
        Path pdf = folder.resolve(paper + ".pdf");
        run(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf,
                page.toUri().toString());
        Path boxes = folder.resolve(paper + ".xml");
        run("pdftotext", "-bbox", pdf.toString(), boxes.toString());
        return read(Files.readAllLines(boxes));
    }

    /** What is printed. */
    public record Print(int pages, String text, List<String> outside) {}

    private static Print read(List<String> lines) {
        int pages = 0;
        double width = 0;
        StringBuilder text = new StringBuilder();
        List<String> outside = new ArrayList<>();
        for (String line : lines) {
            Matcher page = PAGE.matcher(line);
            Matcher word = WORD.matcher(line);
            if (page.find()) {
                pages++;
                width = Double.parseDouble(page.group(1));
            } else if (word.find()) {
                text.append(word.group(3)).append(' ');
                if (Double.parseDouble(word.group(1)) < 0 || Double.parseDouble(word.group(2)) > width + 1) {
                    outside.add(word.group(3));
                }
            }
        }
        return new Print(pages, text.toString(), outside);
    }

    /** What a window of a width cuts off: elements whose box lies outside of it, at most ten. */
    public String cutOffAt(String html, int width) throws IOException, InterruptedException {
        String measure = """
                <script>addEventListener('load',()=>{const w=innerWidth;const bad=[...document.body.querySelectorAll('*')]
                .filter(e=>!e.closest('svg')||e.tagName==='svg').filter(e=>!e.closest('.aside')&&!e.closest('thead')&&!e.closest('.skip'))
                .filter(e=>{const r=e.getBoundingClientRect();return r.width>0&&(r.right>w+1||r.left<-1)
                ||(e.scrollWidth>e.clientWidth+1&&getComputedStyle(e).overflowX!=='visible')})
                .map(e=>e.tagName+'.'+e.className+':'+(e.textContent||'').trim().slice(0,40));
                parent.postMessage(JSON.stringify({wide:document.documentElement.scrollWidth>w,bad:bad.slice(0,10)}),'*')})</script></head>""";
        write("inner.html", html.replace("</head>", measure));
        Path frame = write("frame-" + width + ".html", """
                <!doctype html><pre id="out">waiting</pre><iframe src="inner.html" style="border:0;width:%dpx;height:800px"></iframe>
                <script>addEventListener('message',e=>{document.getElementById('out').textContent='FOUND'+e.data+'END'})</script>
                """.formatted(width));
        String dom = run(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--allow-file-access-from-files",
                "--window-size=1600,1000",
                "--virtual-time-budget=8000",
                "--dump-dom",
                frame.toUri().toString());
        Matcher found = Pattern.compile("FOUND(.*?)END", Pattern.DOTALL).matcher(dom);
        assertThat(found.find())
                .as(dom.substring(0, Math.min(500, dom.length())))
                .isTrue();
        return found.group(1);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name).toAbsolutePath(), text);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("printed", ".out");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return Files.readString(out, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
        }
    }
}
