package io.devfile.registry.plugin;

import io.devfile.registry.spi.PluginException;

/** Calls into a plugin with the plugin's class loader as the context class loader, which its libraries may look at. */
final class PluginCall {

    private PluginCall() {}

    interface Call<T, X extends PluginException> {
        T run() throws X;
    }

    static <T, X extends PluginException> T in(Object plugin, Call<T, X> call) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin.getClass().getClassLoader());
        try {
            return call.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
