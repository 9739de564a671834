package de.quartierwerk.kit.request;

import de.quartierwerk.kit.problem.Invalid;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Checks the parts of a form once it was read: each has a name, files are named plainly, texts are UTF-8. */
@Singleton
class FormChecks {

    private static final char NOT_DECODABLE = '\uFFFD';

    @WithFormRead
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public void checkParts(ResteasyReactiveContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA)) {
            return;
        }
        FormData form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        if (form == null) {
            if (request.hasEntity()) {
                throw malformed();
            }
            return;
        }
        for (String name : form) {
            for (FormValue value : form.get(name)) {
                check(name, value);
            }
        }
    }

    private static void check(String name, FormValue value) {
        PartHeader header = PartHeader.parse(value.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .orElseThrow(FormChecks::malformed);
        header.fileNames().forEach(fileName -> FileNames.check(header.name(), fileName));
        boolean text = !value.isFileItem();
        if (text && value.getValue().indexOf(NOT_DECODABLE) >= 0) {
            throw Invalid.parameter(name, null, "form.text-not-utf-8", name);
        }
    }

    private static Invalid malformed() {
        return Invalid.request("form.malformed", List.of());
    }
}
