import { initHooks } from "./registration.js";
import type {
  AfterErrorHook,
  AfterSuccessHook,
  BeforeCreateRequestHook,
  BeforeRequestHook,
  HookContext,
  Hooks,
  RequestInput,
  SDKInitHook,
  SDKInitOptions,
} from "./types.js";

/** Runs what `registration.ts` registers, in the order of registration; each hook sees what the one before it returned. */
export class SDKHooks implements Hooks {
  readonly #sdkInit: SDKInitHook[] = [];
  readonly #beforeCreateRequest: BeforeCreateRequestHook[] = [];
  readonly #beforeRequest: BeforeRequestHook[] = [];
  readonly #afterSuccess: AfterSuccessHook[] = [];
  readonly #afterError: AfterErrorHook[] = [];

  constructor() {
    initHooks(this);
  }

  registerSDKInitHook(hook: SDKInitHook): void {
    this.#sdkInit.push(hook);
  }

  registerBeforeCreateRequestHook(hook: BeforeCreateRequestHook): void {
    this.#beforeCreateRequest.push(hook);
  }

  registerBeforeRequestHook(hook: BeforeRequestHook): void {
    this.#beforeRequest.push(hook);
  }

  registerAfterSuccessHook(hook: AfterSuccessHook): void {
    this.#afterSuccess.push(hook);
  }

  registerAfterErrorHook(hook: AfterErrorHook): void {
    this.#afterError.push(hook);
  }

  sdkInit(options: SDKInitOptions): SDKInitOptions {
    return this.#sdkInit.reduce((current, hook) => hook.sdkInit(current), options);
  }

  beforeCreateRequest(context: HookContext, input: RequestInput): RequestInput {
    return this.#beforeCreateRequest.reduce((current, hook) => hook.beforeCreateRequest(context, current), input);
  }

  async beforeRequest(context: HookContext, request: Request): Promise<Request> {
    let current = request;
    for (const hook of this.#beforeRequest) {
      current = await hook.beforeRequest(context, current);
    }
    return current;
  }

  async afterSuccess(context: HookContext, response: Response): Promise<Response> {
    let current = response;
    for (const hook of this.#afterSuccess) {
      current = await hook.afterSuccess(context, current);
    }
    return current;
  }

  async afterError(
    context: HookContext,
    response: Response | null,
    error: unknown,
  ): Promise<{ response: Response | null; error: unknown }> {
    let current = { response, error };
    for (const hook of this.#afterError) {
      current = await hook.afterError(context, current.response, current.error);
    }
    return current;
  }
}
