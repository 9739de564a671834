package de.quartierwerk.reporting.print;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where {@link PrintProgram} and its libraries lie: in the folders of the installation, the container or the build,
 * wherever the service has them from.
 */
final class PrintClasses {
    /** One class of each library. */
    private static final List<String> ONE_OF_EACH = List.of(
            "com.openhtmltopdf.pdfboxout.PdfRendererBuilder",
            "com.openhtmltopdf.svgsupport.BatikSVGDrawer",
            "com.openhtmltopdf.util.XRLog",
            "de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D",
            "org.apache.batik.Version",
            "org.apache.batik.anim.SetAnimation",
            "org.apache.batik.bridge.Bridge",
            "org.apache.batik.constants.XMLConstants",
            "org.apache.batik.css.engine.Rule",
            "org.apache.batik.dom.GenericText",
            "org.apache.batik.dom.svg.SVGItem",
            "org.apache.batik.ext.awt.geom.Cubic",
            "org.apache.batik.ext.awt.image.codec.png.PNGRed",
            "org.apache.batik.gvt.Marker",
            "org.apache.batik.i18n.Localizable",
            "org.apache.batik.parser.PathParser",
            "org.apache.batik.script.Interpreter",
            "org.apache.batik.svggen.SVGArc",
            "org.apache.batik.transcoder.Transcoder",
            "org.apache.batik.w3c.dom.Window",
            "org.apache.batik.xml.XMLScanner",
            "org.apache.commons.io.IO",
            "org.apache.commons.logging.LogFactory",
            "org.apache.fontbox.cmap.CMap",
            "org.apache.pdfbox.Loader",
            "org.apache.pdfbox.io.IOUtils",
            "org.apache.xmlgraphics.util.QName",
            "org.apache.xmpbox.XMPMetadata",
            "org.jboss.logging.Logger",
            "org.w3c.css.sac.Parser");

    private PrintClasses() {}

    /** The class path of the program, and nothing else. */
    static String path() {
        return Stream.concat(Stream.of(PrintProgram.class.getName()), ONE_OF_EACH.stream())
                .map(PrintClasses::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(String name) {
        try {
            Class<?> type = Class.forName(name, false, PrintProgram.class.getClassLoader());
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
