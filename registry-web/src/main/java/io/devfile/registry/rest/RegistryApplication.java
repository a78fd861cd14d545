package io.devfile.registry.rest;

import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/**
 * The REST API. Its path prefixes are mapped in web.xml, so that pages, static files and {@code /v2} can use all other
 * paths.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Devfile Registry",
                        version = "2.0.0",
                        description = "The index of a devfile registry, its devfiles and its starter projects.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
public class RegistryApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                IndexResource.class,
                V2IndexResource.class,
                DevfileResource.class,
                StackFileResource.class,
                IconResource.class,
                SearchResource.class,
                ChangesResource.class,
                RegistryErrorMapper.class,
                WebErrorMapper.class,
                DefectMapper.class);
    }
}
